using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Sbirt.Content.Referrals;

/// <summary>One place of a YAML directory, cell by cell.</summary>
internal sealed class YamlRow(DirectoryWords words, ProblemList problems, int row)
{
    private readonly ImmutableDictionary<PlaceColumn, PlaceCell>.Builder cells =
        ImmutableDictionary.CreateBuilder<PlaceColumn, PlaceCell>();

    public PlaceEntry Read(YamlMappingNode mapping)
    {
        foreach (var (key, value) in mapping.Children)
        {
            ReadField((key as YamlScalarNode)?.Value ?? string.Empty, value, DirectoryYaml.LineOf(key));
        }

        return new PlaceEntry(row, DirectoryYaml.LineOf(mapping), cells.ToImmutable());
    }

    private void ReadField(string key, YamlNode value, int line)
    {
        if (key == "position")
        {
            ReadParts(value, line, part => part is "latitude" or "longitude" ? words.ColumnOf(part) : null);
            return;
        }

        if (words.ColumnOf(key) is not { } column)
        {
            problems.Add(ProblemCodes.ColumnUnknown, row, line);
            return;
        }

        if (value is YamlMappingNode && English(column) is { } english)
        {
            ReadParts(value, line, part => part switch { "ja" => column, "en" => english, _ => null });
            return;
        }

        ReadCell(column, value, line);
    }

    private void ReadParts(YamlNode value, int line, Func<string, PlaceColumn?> columnOf)
    {
        if (value is not YamlMappingNode parts)
        {
            problems.Add(ProblemCodes.RowMalformed, row, line);
            return;
        }

        foreach (var (key, part) in parts.Children)
        {
            if (columnOf((key as YamlScalarNode)?.Value ?? string.Empty) is { } column)
            {
                ReadCell(column, part, DirectoryYaml.LineOf(key));
                continue;
            }

            problems.Add(ProblemCodes.ColumnUnknown, row, DirectoryYaml.LineOf(key));
        }
    }

    private void ReadCell(PlaceColumn column, YamlNode value, int line)
    {
        var text = value switch
        {
            YamlScalarNode scalar => IsNull(scalar) ? string.Empty : scalar.Value!,
            YamlSequenceNode list when list.Children.All(one => one is YamlScalarNode) =>
                string.Join(",", list.Children.Select(one => ((YamlScalarNode)one).Value)),
            _ => null,
        };
        if (text is null)
        {
            problems.Add(ProblemCodes.ValueMalformed, row, line, column);
            return;
        }

        if (!cells.TryAdd(column, new PlaceCell(text, line)))
        {
            problems.Add(ProblemCodes.ColumnTwice, row, line, column);
        }
    }

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && scalar.Value is null or "null" or "~" or "";

    private static PlaceColumn? English(PlaceColumn column) => column switch
    {
        PlaceColumn.NameJa => PlaceColumn.NameEn,
        PlaceColumn.HoursJa => PlaceColumn.HoursEn,
        PlaceColumn.HowToEnterJa => PlaceColumn.HowToEnterEn,
        PlaceColumn.FirstVisitJa => PlaceColumn.FirstVisitEn,
        PlaceColumn.NoteJa => PlaceColumn.NoteEn,
        _ => null,
    };
}
