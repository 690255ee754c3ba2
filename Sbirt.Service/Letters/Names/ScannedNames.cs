using System.Globalization;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Findings;

namespace Sbirt.Service.Letters.Names;

/// <summary>Writes the names file of a scan that is done (<c>scan --names</c>), for persons of findings alone.</summary>
internal static class ScannedNames
{
    /// <summary>Said before the scan, which may take long.</summary>
    /// <exception cref="ScanFaultException">The file is there; addresses may stand in it.</exception>
    public static void CheckFree(string? path)
    {
        if (File.Exists(path))
        {
            throw new ScanFaultException($"{path} is there already and may hold addresses. Name another file for --names.");
        }
    }

    /// <param name="path">Null: no names were asked for.</param>
    public static void Write(TextWriter writer, ScanOptions options, string? path, CancellationToken cancellation)
    {
        if (path is null)
        {
            return;
        }

        // What could not be opened was told by the scan itself.
        var files = ClaimFiles.In(options.Paths, (_, _) => { });
        var findings = ScannedFindings.In(options.Out).ToList();
        var names = new ClaimNames(files).Of(findings, cancellation);
        NamesFile.Write(path, names);
        var culture = CultureInfo.InvariantCulture;
        writer.WriteLine(string.Create(culture, $"  names of {names.Count:N0} persons -> {path} (postal, address1, address2 and language are yours to fill in)"));
        var unnamed = findings.Select(finding => finding.Person).Distinct(StringComparer.Ordinal).Count(person => !names.ContainsKey(person));
        if (unnamed > 0)
        {
            writer.WriteLine(string.Create(culture, $"  ! {unnamed:N0} persons of findings stand on claims that tell no name; they are not in the file"));
        }

        var unclear = names.Values.Count(name => name.Name.Contains(PersonName.Unknown, StringComparison.Ordinal));
        if (unclear > 0)
        {
            writer.WriteLine(string.Create(culture, $"  ! {unclear:N0} names hold a character that is in no list (外字), shown as {PersonName.Unknown}; put the right one there, or there is no letter"));
        }
    }
}
