namespace Sbirt.Service.Claims.Files;

/// <summary>A whole file cannot be used.</summary>
/// <param name="code">Stable, kebab-case.</param>
/// <param name="said">What is wrong and how to mend it, without anything of what the file holds.</param>
internal sealed class ClaimFileException(string code, string said) : Exception(said)
{
    public string Code => code;

    public static ClaimFileException NotReadable() =>
        new("not-readable", "The file cannot be read. Check its permissions and whether it is still there.");
}
