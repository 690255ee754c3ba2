using System.Collections.Frozen;
using Markdig;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Drinks;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>Lays a sheet out as one A4 page of HTML: styles inside, no script, nothing fetched.</summary>
public sealed class HandoutPage
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    // What would run or fetch something when the page is opened or printed.
    private static readonly string[] Foreign = ["<script", "<iframe", "<object", "<img", "<link", "url(", "@import", "http:", "https:", "file:"];

    private readonly FrozenDictionary<Language, CompiledTemplate> layouts;

    private HandoutPage(FrozenDictionary<Language, CompiledTemplate> layouts) => this.layouts = layouts;

    /// <summary>The layout of these files (<c>Handouts/page.ja.hbs</c> and <c>.en.hbs</c>), or null with faults.</summary>
    public static HandoutPage? Load(IReadOnlyList<ContentFile> files, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        var renderer = new TemplateRenderer(FrozenDictionary<string, string>.Empty);
        var layouts = new Dictionary<Language, CompiledTemplate>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var path = $"Handouts/page.{LanguageTag.Of(language)}.hbs";
            if (files.LastOrDefault(file => file.Path == path) is not { } file)
            {
                faults.Add(new ContentFault(path, 1, "The layout is missing.", "Put it back beside the other language's."));
                continue;
            }

            foreach (var foreign in Foreign.Where(foreign => file.Text.Contains(foreign, StringComparison.OrdinalIgnoreCase)))
            {
                faults.Add(new ContentFault(path, 1, $"The layout holds \"{foreign}\".", "A page runs no script and fetches nothing: keep everything inside."));
            }

            try
            {
                var layout = renderer.Compile(file.Text);
                _ = layout(Values(Specimen(language)));
                layouts[language] = layout;
            }
            catch (TemplateException exception)
            {
                faults.Add(new ContentFault(path, 1, $"The layout cannot be rendered: {exception.Message}", "Use only the values that the shipped layout uses."));
            }
        }

        return layouts.Count == 2 ? new HandoutPage(layouts.ToFrozenDictionary()) : null;
    }

    /// <summary>The shipped layout files.</summary>
    public static IReadOnlyList<ContentFile> Shipped() => ContentFile.Embedded("Handouts", ".hbs");

    /// <summary>A whole HTML document, ready to print.</summary>
    public string Html(HandoutSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return layouts[sheet.Language](Values(sheet));
    }

    private static Dictionary<string, object> Values(HandoutSheet sheet) => new(StringComparer.Ordinal)
    {
        ["title"] = Escape(Markdig.Markdown.ToPlainText(sheet.Title, Markdown)),
        ["style"] = PageStyle.Css,
        ["bodyHtml"] = ToHtml(sheet.Body),
        ["week"] = sheet.Week is not null,
        ["weekHeading"] = SheetHeadings.Week.In(sheet.Language),
        ["weekAmount"] = Escape(sheet.Week?.Amount),
        ["weekSvg"] = sheet.Week?.Svg ?? string.Empty,
        ["weekMeasures"] = Escape(sheet.Week?.Measures),
        ["weekGuide"] = Escape(sheet.Week?.GuideLine),
        ["stepHeading"] = SheetHeadings.SmallStep.In(sheet.Language),
        ["stepHtml"] = ToHtml(sheet.SmallStep),
        ["placesHeading"] = SheetHeadings.Places.In(sheet.Language),
        ["placesHtml"] = string.Concat(sheet.Places.Select(place => $"<li>{ToHtml(place)}</li>")),
    };

    private static string ToHtml(string markdown) => Markdig.Markdown.ToHtml(markdown, Markdown);

    private static string Escape(string? text) => System.Net.WebUtility.HtmlEncode(text?.Trim() ?? string.Empty);

    private static HandoutSheet Specimen(Language language) => new(
        language,
        "?",
        "-",
        new WeekPicture(language, new WeekEstimate(new Grams(1), null), new Grams(1), "1", "1", "1", "1", "1", true),
        "-",
        ["-", "-"]);
}
