using Sbirt.Content.Thresholds;

namespace Sbirt.Service.Settings;

/// <summary>The second half of the settings check, once the content is there: every pack named exists.</summary>
internal static class ClientPacks
{
    /// <exception cref="SettingsFaultException">A pack is named that does not exist.</exception>
    public static void Check(SbirtSettings settings, ThresholdLibrary thresholds)
    {
        var named = settings.Clients.Select((client, index) => (Key: $"Sbirt:Clients:{index}:Pack", Pack: client.Pack)).Prepend((Key: "Sbirt:Pack", Pack: settings.Pack));
        var faults = named
            .Where(pair => pair.Pack is not null && thresholds.Find(pair.Pack) is null)
            .Select(pair => new SettingsFault(pair.Key, "There is no pack of cut-offs of this name.", "Write the id of a file in Thresholds, such as jp-mhlw."))
            .ToList();
        if (faults.Count > 0)
        {
            throw new SettingsFaultException(faults);
        }
    }
}
