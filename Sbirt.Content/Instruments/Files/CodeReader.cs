using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Instruments.Files;

/// <summary>Codes of an entry: the short form <c>loinc: 75624-7</c> and the long list <c>codes:</c>.</summary>
internal static class CodeReader
{
    public static ImmutableArray<Code> Read(ContentReader reader, string? loinc, List<CodeEntry>? codes, int line)
    {
        var all = ImmutableArray.CreateBuilder<Code>();
        if (loinc is not null)
        {
            all.Add(Loinc(reader, loinc, null, line));
        }

        foreach (var entry in codes ?? [])
        {
            all.Add(entry.Loinc is not null
                ? Loinc(reader, entry.Loinc, entry.Display, entry.Line)
                : Any(reader, entry));
        }

        return all.ToImmutable();
    }

    private static Code Any(ContentReader reader, CodeEntry entry)
    {
        var system = reader.Need(entry.System, entry.Line, "system");
        var code = reader.Need(entry.Code, entry.Line, "code");
        return system == CodeSystems.Loinc
            ? Loinc(reader, code, entry.Display, entry.Line)
            : new Code(system, code, entry.Display);
    }

    private static Code Loinc(ContentReader reader, string code, string? display, int line)
    {
        if (!LoincCode.IsValid(code))
        {
            reader.Fault(line, $"\"{code}\" is no LOINC code: its check digit is wrong.", "Copy the code from loinc.org, or leave it out: no code is invented.");
        }

        return new Code(CodeSystems.Loinc, code, display);
    }
}
