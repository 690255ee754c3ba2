using Sbirt.Content.ContentFiles;
using Sbirt.Content.Referrals;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.Service.Referrals;

/// <summary>A directory on disk, in any of its three forms: YAML, CSV, FHIR Bundle.</summary>
internal static class DirectoryFile
{
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>The rows of a file; the name's ending says its form.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<DirectoryReading> ReadAsync(ReferralLibrary library, string path, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            return Refused(library, ProblemCodes.FileTooLarge);
        }

        return Read(library, path, await File.ReadAllBytesAsync(path, cancellation));
    }

    /// <summary>The rows of a file's bytes.</summary>
    public static DirectoryReading Read(ReferralLibrary library, string path, byte[] bytes)
    {
        if (FileText.Decode(bytes) is not { } text)
        {
            return Refused(library, ProblemCodes.FileEncoding);
        }

        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".YAML" or ".YML" => DirectoryYaml.Read(library, new ContentFile(path, text)),
            ".CSV" => new CsvDirectory(library).Read(text),
            ".JSON" => PlaceBundle.Read(library, System.Text.Encoding.UTF8.GetBytes(text)),
            _ => Refused(library, ProblemCodes.FileKind),
        };
    }

    private static DirectoryReading Refused(ReferralLibrary library, string code)
    {
        var problems = new ProblemList(library);
        problems.Add(code);
        return new DirectoryReading([], problems.All);
    }
}
