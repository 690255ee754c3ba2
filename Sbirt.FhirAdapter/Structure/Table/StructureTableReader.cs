using System.Collections.Immutable;

namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>
/// Reads the lines of <c>r4.table</c>, whose form its own header tells. The file is ours and generated: a line that
/// does not fit is our mistake and throws.
/// </summary>
internal static class StructureTableReader
{
    private const char Tab = '\t';

    public static StructureTable Read(string text)
    {
        var lines = text.Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(Tab))
            .ToArray();
        var sets = ReadCodeSets(lines);
        var types = lines.Where(line => line[0] == "T").ToDictionary(
            line => line[2],
            line => new StructureType(line[2], KindOf(line[1])),
            StringComparer.Ordinal);
        var bases = lines.Where(line => line[0] == "T")
            .ToDictionary(line => line[2], line => line[3], StringComparer.Ordinal);
        var own = ElementLines(lines);
        foreach (var type in types.Values)
        {
            var inherited = Chain(type.Name, bases).SelectMany(name => own[name]);
            type.Complete([.. inherited.Select((line, ordinal) => Element(line, ordinal, types, sets))]);
        }

        return new StructureTable(types);
    }

    private static Dictionary<string, CodeSet> ReadCodeSets(string[][] lines)
    {
        var sets = new Dictionary<string, CodeSet>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i][0] == "V")
            {
                var systems = lines.Skip(i + 1).TakeWhile(line => line[0] == "S").ToArray();
                sets["=" + lines[i][1]] = new CodeSet(
                    lines[i][1], [.. systems.Select(line => (line[1], line[2..]))]);
            }
        }

        return sets;
    }

    private static Dictionary<string, List<string[]>> ElementLines(string[][] lines)
    {
        var own = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        List<string[]> current = [];
        foreach (var line in lines)
        {
            if (line[0] == "T")
            {
                own[line[2]] = current = [];
            }
            else if (line[0] == "E")
            {
                current.Add(line);
            }
        }

        return own;
    }

    private static IEnumerable<string> Chain(string name, Dictionary<string, string> bases) =>
        bases[name].Length == 0 ? [name] : Chain(bases[name], bases).Append(name);

    private static StructureElement Element(
        string[] line, int ordinal, Dictionary<string, StructureType> types, Dictionary<string, CodeSet> sets)
    {
        var codes = line.Length > 4 ? sets[line[4]] : null;
        var kinds = line[3].Split(' ').Select(text => TypeOf(text, types));
        return new StructureElement(line[1], ordinal, line[2][0] == '1', line[2][^1] == '*', codes, kinds);
    }

    private static ElementType TypeOf(string text, Dictionary<string, StructureType> types)
    {
        var isBare = text[0] == '@';
        var name = isBare ? text[1..] : text;
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
        {
            ImmutableArray<StructureType> targets =
                [.. name[(bracket + 1)..^1].Split(',').Select(target => types[target])];
            return new ElementType(types[name[..bracket]], name[..bracket], isBare, targets);
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? new ElementType(types[name[(slash + 1)..]], name[..slash], isBare, [])
            : new ElementType(types[name], name, isBare, []);
    }

    private static StructureKind KindOf(string text) => text switch
    {
        "primitive" => StructureKind.Primitive,
        "complex" => StructureKind.Complex,
        "backbone" => StructureKind.Backbone,
        "resource" => StructureKind.Resource,
        "abstract" => StructureKind.Abstract,
        _ => throw new InvalidOperationException($"r4.table names an unknown kind '{text}'."),
    };
}
