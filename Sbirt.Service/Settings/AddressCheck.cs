namespace Sbirt.Service.Settings;

/// <summary>What is wrong with an address in the settings; plain http only to this machine, in Development.</summary>
internal static class AddressCheck
{
    /// <summary>Null when it is an absolute https address without user, query and fragment.</summary>
    public static SettingsFault? FaultOf(string key, string? value, bool development)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http")
            || address.UserInfo.Length > 0
            || address.Query.Length > 0
            || address.Fragment.Length > 0)
        {
            return new(key, "This is not a full address.", "Write one like https://ehr.example/path, without user, query and fragment.");
        }

        return address.Scheme == "https" || (development && SettingsCheck.IsLoopback(value!))
            ? null
            : new(key, "Plain http could be read and changed on its way.", "Write an https address (http only to this machine, in Development).");
    }

    /// <summary>Null when it is the origin of a page: scheme, host and perhaps port, and nothing else.</summary>
    public static SettingsFault? OriginFaultOf(string key, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var origin)
        && origin.GetLeftPart(UriPartial.Authority) == value
        && !value.Contains('*', StringComparison.Ordinal)
        && (origin.Scheme == "https" || (origin.Scheme == "http" && SettingsCheck.IsLoopback(value)))
            ? null
            : new(key, "This is not the origin of a page.", "Write scheme, host and port alone, like https://ehr.example; http only for this machine; never * or null.");
}
