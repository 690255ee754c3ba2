using AngleSharp.Html.Parser;
using Sbirt.Content;
using Sbirt.Content.Handouts;
using Sbirt.Content.Interventions;
using Sbirt.Content.Languages;
using Sbirt.Tests.Content.Interventions;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Handouts;

public sealed class HandoutPageTests
{
    private static readonly HandoutPage Page = HandoutPage.Load(HandoutPage.Shipped(), [])!;

    public static TheoryData<string, Language> All => new(
        from intervention in Plans.Library.All
        from language in Enum.GetValues<Language>()
        select (intervention.Id, language));

    [Theory]
    [MemberData(nameof(All))]
    public void A_page_is_one_document_that_runs_and_fetches_nothing(string id, Language language)
    {
        var html = Page.Html(Sample(id, language).Handout);

        var document = new HtmlParser().ParseDocument(html);
        document.DocumentElement.GetAttribute("lang").ShouldBe(LanguageTag.Of(language));
        document.QuerySelectorAll("script,link,img,iframe,object,a").ShouldBeEmpty();
        html.ShouldNotContain("http:");
        html.ShouldNotContain("https:");
        document.QuerySelectorAll("h1").Length.ShouldBe(1);
        document.QuerySelectorAll(".places li").Length.ShouldBe(2);
        html.ShouldNotContain("{{");
        if (SampleFolder is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{id}.{LanguageTag.Of(language)}.html"), html);
        }
    }

    [Theory]
    [InlineData("alcohol-brief", Language.Ja)]
    [InlineData("alcohol-brief", Language.En)]
    [InlineData("medicines-brief", Language.Ja)]
    public void The_committed_samples_are_what_the_program_prints(string id, Language language) =>
        Page.Html(Sample(id, language).Handout).ReplaceLineEndings("\n")
            .ShouldBe(File.ReadAllText(Repository.PathOf("docs", "samples", "handouts", $"{id}.{LanguageTag.Of(language)}.html")).ReplaceLineEndings("\n"));

    private static InterventionPlan Sample(string id, Language language)
    {
        var request = Plans.Request(id, language, new Person(Sex.Male, 52));
        return Planning.Plan(Plans.Library, id.StartsWith("alcohol", StringComparison.Ordinal) ? request.WithAudit(12) : request);
    }

    // SBIRT_HANDOUTS=folder writes every page there, to be looked at and printed.
    private static string? SampleFolder => Environment.GetEnvironmentVariable("SBIRT_HANDOUTS");
}
