namespace Sbirt.Tests.Hosts;

/// <summary>Whether nobody but its owner can read or write a file or folder.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static bool CanRead(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0;
}
