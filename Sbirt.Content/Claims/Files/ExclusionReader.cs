using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines.Files;

namespace Sbirt.Content.Claims.Files;

/// <summary>Reads exclusions.yaml: every id once, codes of the right form, each list with its source.</summary>
internal sealed class ExclusionReader
{
    private const int ActDigits = 9;
    private const int ShortDigits = 2;
    private readonly ContentReader reader;
    private readonly Citations sources;

    private ExclusionReader(ContentReader reader, ExclusionFile entry)
    {
        this.reader = reader;
        sources = new Citations(reader, entry.Sources, entry.Line);
    }

    public static ExclusionCodes? Read(ContentFile file, List<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var entry = reader.Read<ExclusionFile>();
        var all = entry is null ? [] : new ExclusionReader(reader, entry).Exclusions(entry);
        faults.AddRange(reader.Faults);
        return reader.Faults.Count > 0 ? null : new ExclusionCodes(entry!.Version!, all);
    }

    private ImmutableArray<Exclusion> Exclusions(ExclusionFile entry)
    {
        reader.Need(entry.Version, entry.Line, "version");
        var all = (entry.Exclusions ?? []).Select(One).ToImmutableArray();
        foreach (var twice in all.GroupBy(one => one.Id).Where(same => same.Count() > 1))
        {
            reader.Fault(entry.Exclusions!.Last(one => one.Id == twice.Key).Line, $"The exclusion \"{twice.Key}\" stands there twice.", "Keep one of the two.");
        }

        foreach (var missing in SignalExclusions.Known.Keys.Except(all.Select(one => one.Id)).Order(StringComparer.Ordinal))
        {
            reader.Fault(entry.Line, $"The exclusion \"{missing}\" is missing.", "Put it back; its lists of codes may be empty.");
        }

        return all;
    }

    private Exclusion One(ExclusionEntry entry)
    {
        var id = reader.Need(entry.Id, entry.Line, "id");
        if (id.Length > 0 && !SignalExclusions.Known.ContainsKey(id))
        {
            reader.Fault(entry.Line, $"There is no exclusion \"{id}\".", $"Use one of: {string.Join(", ", SignalExclusions.Known.Keys.Order(StringComparer.Ordinal))}.");
        }

        return new Exclusion(
            id,
            reader.NeedText(entry.Name, entry.Line, "name"),
            entry.Note?.ToLocalized(reader),
            SignalExclusions.Known.GetValueOrDefault(id),
            List(entry.Icd10, "icd10", ExclusionCodes.IsIcd10, "three or four characters without a dot such as Z49 or Z992, or a range such as C00-C97"),
            List(entry.Acts, "acts", code => IsDigits(code, ActDigits), "9 digits"),
            List(entry.Remarks, "remarks", code => IsDigits(code, ShortDigits), "2 digits"),
            List(entry.PublicPayers, "publicPayers", code => IsDigits(code, ShortDigits), "2 digits"));
    }

    private ExclusionCodeList List(CodesEntry? entry, string key, Func<string, bool> isForm, string form)
    {
        if (entry?.Codes is null or { Count: 0 })
        {
            return new ExclusionCodeList([], null);
        }

        foreach (var code in entry.Codes.Where(code => !isForm(code)))
        {
            reader.Fault(entry.Line, $"`{code}` is no code of `{key}`.", $"Write {form}, in quotation marks.");
        }

        return new ExclusionCodeList([.. entry.Codes], sources.Need(entry.Source, entry.Line));
    }

    private static bool IsDigits(string code, int digits) => code.Length == digits && code.All(char.IsAsciiDigit);
}
