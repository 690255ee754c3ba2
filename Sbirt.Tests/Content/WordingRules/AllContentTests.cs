using System.Text.RegularExpressions;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Interventions;
using Sbirt.Tests.Content.Interventions;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.WordingRules;

/// <summary>The gate of the build: every text of every content file, and every plan as its readers get it.</summary>
public sealed partial class AllContentTests
{
    private static readonly WordingLint Lint = WordingLint.LoadShipped();

    public static TheoryData<string> Interventions => [.. Plans.Library.All.Select(intervention => intervention.Id)];

    [Fact]
    public void Every_text_of_every_content_file_speaks_as_we_do() =>
        Lint.CheckFiles(Files()).ShouldBeEmpty();

    [Fact]
    public void Every_text_exists_in_both_languages() =>
        Files()
            .SelectMany(file => YamlTexts.Of(file).Where(text => !text.IsValidatedWording).Select(text => (file.Path, Text: text)))
            .Where(entry => entry.Text.Ja is null != entry.Text.En is null)
            .Select(entry => $"{entry.Path}:{entry.Text.Line} {entry.Text.Path}")
            .Where(place => !place.Contains("wording", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Interventions))]
    public void Every_plan_speaks_as_we_do_whatever_holds_of_the_person(string id)
    {
        var intervention = Plans.Library.Find(id)!;

        PlanWording.Faults(Plans.Library, Lint, intervention, id, ProofFacts.Full()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Interventions))]
    public void Every_plan_renders_and_keeps_its_limits_whatever_holds_of_the_person(string id) =>
        PlanProof.Faults(Plans.Library, Plans.Library.Find(id)!, id, ProofFacts.Full()).ShouldBeEmpty();

    [Fact]
    public void K8_both_languages_use_the_same_values_conditions_and_phrases() =>
        Texts()
            .Where(entry => !TemplateSyntax.Names(entry.Text.Ja!).Order(StringComparer.Ordinal)
                .SequenceEqual(TemplateSyntax.Names(entry.Text.En!).Order(StringComparer.Ordinal)))
            .Select(Place)
            .ShouldBeEmpty();

    [Fact]
    public void K8_both_languages_give_the_same_numbers_and_links() =>
        Texts()
            .Where(entry => !Facts(entry.Text.Ja!).SequenceEqual(Facts(entry.Text.En!)))
            .Select(entry => $"{Place(entry)}: {string.Join(' ', Facts(entry.Text.Ja!))} / {string.Join(' ', Facts(entry.Text.En!))}")
            .ShouldBeEmpty();

    [Fact]
    public void K8_both_languages_have_the_same_lists_blanks_and_boxes() =>
        Texts()
            .Where(entry => Shape(entry.Text.Ja!) != Shape(entry.Text.En!))
            .Select(entry => $"{Place(entry)}: {Shape(entry.Text.Ja!)} / {Shape(entry.Text.En!)}")
            .ShouldBeEmpty();

    private static IReadOnlyList<ContentFile> Files()
    {
        var files = typeof(ContentFile).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(name => name.Replace('\\', '/').Split('/')[0])
            .Distinct()
            .SelectMany(folder => ContentFile.Embedded(folder))
            .ToList();
        files.Select(file => file.Path.Split('/')[0]).Distinct().Count().ShouldBeGreaterThan(4);
        return files;
    }

    private static IEnumerable<(string Path, YamlText Text)> Texts() =>
        InterventionLibrary.Shipped()
            .Concat(ContentFile.Embedded("Cards"))
            .SelectMany(file => YamlTexts.Of(file).Select(text => (file.Path, text)))
            .Where(entry => entry.text.Ja is not null && entry.text.En is not null);

    private static string Place((string Path, YamlText Text) entry) => $"{entry.Path}:{entry.Text.Line} {entry.Text.Path}";

    private static (int Items, int Blanks, int Boxes) Shape(string text) => (
        ListItem().Count(text),
        Blank().Count(text),
        text.Count(character => character == '□') + Box().Count(text));

    private static IEnumerable<string> Facts(string text)
    {
        var spoken = EnglishNumbers.Aggregate(
            Tag().Replace(text, " "),
            (all, number) => Regex.Replace(all, $@"\b{number.Key}\b", number.Value, RegexOptions.IgnoreCase));
        return Number().Matches(JapaneseUnits().Replace(spoken, " ")).Select(match => match.Value)
            .Concat(Link().Matches(text).Select(match => match.Value))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    // Numbers that English writes as words.
    private static readonly Dictionary<string, string> EnglishNumbers = new()
    {
        ["two"] = "2", ["three"] = "3", ["four"] = "4", ["ten"] = "10", ["twenties"] = "20",
    };

    // Japanese uses these digits for counting words that English says with an article or an idiom.
    [GeneratedRegex("1[つ本杯人分週度日か]|一", RegexOptions.CultureInvariant)]
    private static partial Regex JapaneseUnits();

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("^- ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();

    [GeneratedRegex("(?:＿+円?(?:月＿+日)?|_{2,})", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\[ \]", RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
