using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sbirt.Content.Referrals;

/// <summary>
/// A directory as YAML: <c>places:</c> with one mapping each. Read node by node, so that every row keeps its line and
/// one broken row does not hide the others.
/// </summary>
public static class DirectoryYaml
{
    private const string Places = "places";

    /// <summary>The rows of a file, and what could not be read of it.</summary>
    public static DirectoryReading Read(ReferralLibrary library, ContentFile file)
    {
        var problems = new ProblemList(library);
        var rows = Rows(file.Text, problems);
        var entries = ImmutableArray.CreateBuilder<PlaceEntry>();
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at] is YamlMappingNode mapping)
            {
                entries.Add(new YamlRow(library.Words, problems, at + 1).Read(mapping));
                continue;
            }

            problems.Add(ProblemCodes.RowMalformed, at + 1, LineOf(rows[at]));
        }

        return new DirectoryReading(entries.ToImmutable(), problems.All);
    }

    internal static int LineOf(YamlNode node) => (int)node.Start.Line;

    private static List<YamlNode> Rows(string text, ProblemList problems)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
            {
                problems.Add(stream.Documents.Count == 0 ? ProblemCodes.FileEmpty : ProblemCodes.FileMalformed, 0, 1);
                return [];
            }

            foreach (var key in root.Children.Keys.Where(key => key is not YamlScalarNode { Value: Places }))
            {
                problems.Add(ProblemCodes.ColumnUnknown, 0, LineOf(key));
            }

            if (root.Children.TryGetValue(new YamlScalarNode(Places), out var places) && places is YamlSequenceNode { Children.Count: > 0 } list)
            {
                return [.. list.Children];
            }

            problems.Add(ProblemCodes.FileEmpty, 0, LineOf(root));
        }
        catch (YamlException exception)
        {
            problems.Add(ProblemCodes.FileMalformed, 0, Math.Max(1, (int)exception.Start.Line));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet answers some unclosed brackets so, without a place.
            problems.Add(ProblemCodes.FileMalformed);
        }

        return [];
    }
}
