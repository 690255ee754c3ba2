using System.Globalization;
using Sbirt.Content.Languages;
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
            throw new ScanFaultException(new Localized(
                $"{path} はすでにあり、住所が書かれているかもしれません。--names に別のファイルを指定してください。",
                $"{path} is there already and may hold addresses. Name another file for --names."));
        }
    }

    /// <param name="path">Null: no names were asked for.</param>
    public static void Write(TextWriter writer, ScanOptions options, string? path, Language language, CancellationToken cancellation)
    {
        if (path is null)
        {
            return;
        }

        // What could not be opened was told by the scan itself.
        var files = ClaimFiles.In(options.Paths, (_, _) => { }, cancellation);
        var findings = ScannedFindings.In(options.Out).ToList();
        var names = new ClaimNames(files).Of(findings, cancellation);
        NamesFile.Write(path, names);
        var culture = CultureInfo.InvariantCulture;
        Tell(
            string.Create(culture, $"  {names.Count:N0}人の名前 -> {path} (postal, address1, address2, language は、そちらで書き足すものです)"),
            string.Create(culture, $"  names of {names.Count:N0} persons -> {path} (postal, address1, address2 and language are yours to fill in)"));
        var unnamed = findings.Select(finding => finding.Person).Distinct(StringComparer.Ordinal).Count(person => !names.ContainsKey(person));
        if (unnamed > 0)
        {
            Tell(
                string.Create(culture, $"  ! {unnamed:N0}人のレセプトには名前がなく、このファイルに入っていません"),
                string.Create(culture, $"  ! {unnamed:N0} persons of findings stand on claims that tell no name; they are not in the file"));
        }

        var unclear = names.Values.Count(name => name.Name.Contains(PersonName.Unknown, StringComparison.Ordinal));
        if (unclear > 0)
        {
            Tell(
                string.Create(culture, $"  ! {unclear:N0}人の名前に外字があり、{PersonName.Unknown} としました。正しい字に直すまで、手紙は作られません"),
                string.Create(culture, $"  ! {unclear:N0} names hold a character that is in no list (外字), shown as {PersonName.Unknown}; put the right one there, or there is no letter"));
        }

        void Tell(string ja, string en) => writer.WriteLine(new Localized(ja, en).In(language));
    }
}
