using System.Security.Cryptography;
using System.Text;

namespace Sbirt.Content.ContentFiles;

/// <summary>Names a state of the content by a hash, so that a stored result tells what it was made with.</summary>
public static class ContentVersion
{
    private const int HexDigits = 16;

    /// <summary>The first 16 hex digits of SHA-256 over all paths and texts, whatever order the files come in.</summary>
    public static string Of(IEnumerable<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            Append(hash, file.Path);
            Append(hash, file.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits];
    }

    /// <summary>The length goes first, so that no two lists of files read the same.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
        hash.AppendData(bytes);
    }
}
