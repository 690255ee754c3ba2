using System.Collections.Immutable;

namespace Sbirt.Service.Settings;

/// <summary>One wrong setting: its key and how to mend it. The value is never repeated.</summary>
internal sealed record SettingsFault(string Key, string What, string Fix)
{
    public override string ToString() => $"{Key}: {What} Fix: {Fix}";
}

/// <summary>The settings are wrong: the program does not start, and every fault is listed.</summary>
internal sealed class SettingsFaultException(IEnumerable<SettingsFault> faults) : Exception
{
    public ImmutableArray<SettingsFault> Faults { get; } = [.. faults];

    public override string Message => string.Join(Environment.NewLine, Faults);
}
