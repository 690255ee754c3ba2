using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Sbirt.Content.Handouts;

/// <summary>Every <c>{ ja, en }</c> pair of a YAML file, whatever its shape, with its place.</summary>
internal static class YamlTexts
{
    // Under these keys of an instrument stand the published questions and answers, quoted exactly.
    private static readonly string[] Validated = ["items", "answers", "options"];

    public static IReadOnlyList<YamlText> Of(ContentFile file)
    {
        var found = new List<YamlText>();
        var stream = new YamlStream();
        try
        {
            using var text = new StringReader(file.Text);
            stream.Load(text);
        }
        catch (YamlException)
        {
            // Broken YAML is the shape readers' fault to tell, with its line.
            return found;
        }

        var instrument = file.Path.StartsWith("Instruments/", StringComparison.Ordinal);
        foreach (var document in stream.Documents)
        {
            Walk(document.RootNode, string.Empty, instrument, false, found);
        }

        return found;
    }

    private static void Walk(YamlNode node, string path, bool instrument, bool validated, List<YamlText> found)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var texts = mapping.Children
                    .Where(child => child.Value is YamlScalarNode && child.Key is YamlScalarNode { Value: "ja" or "en" })
                    .ToDictionary(child => ((YamlScalarNode)child.Key).Value!, child => ((YamlScalarNode)child.Value).Value);
                if (texts.Count > 0)
                {
                    found.Add(new YamlText(path, (int)node.Start.Line, texts.GetValueOrDefault("ja"), texts.GetValueOrDefault("en"), validated));
                }

                foreach (var (key, child) in mapping.Children)
                {
                    var name = (key as YamlScalarNode)?.Value ?? string.Empty;
                    Walk(child, path.Length == 0 ? name : $"{path}.{name}", instrument, validated || (instrument && Validated.Contains(name)), found);
                }

                break;
            case YamlSequenceNode sequence:
                foreach (var (index, child) in sequence.Children.Index())
                {
                    Walk(child, $"{path}[{index}]", instrument, validated, found);
                }

                break;
        }
    }
}

/// <summary>One pair, with its path in the file (<c>steps[2].say</c>) and line; a missing language is null.</summary>
internal sealed record YamlText(string Path, int Line, string? Ja, string? En, bool IsValidatedWording)
{
    public string? In(Language language) => language == Language.En ? En : Ja;
}
