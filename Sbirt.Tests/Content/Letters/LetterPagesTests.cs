using AngleSharp.Html.Parser;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;
using Sbirt.Tests.Content.Handouts;
using Sbirt.Tests.Snapshots;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Letters.SampleLetters;

namespace Sbirt.Tests.Content.Letters;

public sealed class LetterPagesTests
{
    public static TheoryData<SignalKind> Kinds => [.. Enum.GetValues<SignalKind>()];

    [Theory]
    [InlineData(Language.Ja)]
    [InlineData(Language.En)]
    public void A_letter_about_everything_reads_as_it_was_agreed(Language language) =>
        Golden.ShouldMatch(Words(Html(To(Hanako, Everything, language))), $"letter.{LanguageTag.Of(language)}.txt");

    [Theory]
    [InlineData(Language.Ja)]
    [InlineData(Language.En)]
    public void The_page_for_answers_reads_as_it_was_agreed(Language language) =>
        Golden.ShouldMatch(Words(Pages.ReplyForm(Settings, language)), $"reply-form.{LanguageTag.Of(language)}.txt");

    [Theory]
    [InlineData(Language.Ja)]
    [InlineData(Language.En)]
    public void The_copy_for_a_prescriber_reads_as_it_was_agreed(Language language)
    {
        var copy = new PrescriberCopy(To(Hanako, [Finding(SignalKind.BzOverlap, 14, institutions: ["2711234567", "2711234568"])], language), new DateOnly(1950, 4, 5), "2711234567", new DateOnly(2027, 2, 3));

        var sheet = Pages.Set(copy, Settings);

        sheet.Faults.ShouldBeEmpty();
        Golden.ShouldMatch(Words(sheet.Html), $"prescriber-copy.{LanguageTag.Of(language)}.txt");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_finding_passes_the_wording_rules_in_both_languages(SignalKind kind)
    {
        foreach (var status in Enum.GetValues<SignalStatus>())
        {
            var sheet = Pages.Set(To(Hanako, [Finding(kind, 21, status: status)], Language.Ja, Language.En), Settings)!;

            sheet.Faults.ShouldBeEmpty();
            Words(sheet.Html).ShouldContain("急にやめたり減らしたりすると危険");
            Words(sheet.Html).ShouldContain("suddenly can be dangerous");
        }
    }

    [Fact]
    public void Both_languages_have_the_same_parts_in_the_same_order()
    {
        static IEnumerable<string> Shape(string html) => new HtmlParser().ParseDocument(html).QuerySelectorAll("article *")
            .Where(element => element.Closest("svg, address") is null)
            .Select(element => $"{element.TagName} {element.ClassName}");

        Shape(Html(To(Hanako, Everything, Language.Ja))).ShouldBe(Shape(Html(To(Hanako, Everything, Language.En))));
    }

    [Fact]
    public void A_letter_in_both_languages_is_one_document_with_a_new_page_for_the_second()
    {
        var page = new HtmlParser().ParseDocument(Html(To(Hanako, Everything, Language.En, Language.Ja)));

        page.QuerySelectorAll("article").Select(article => article.GetAttribute("lang")).ShouldBe(["en", "ja"]);
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_letter_names_a_medicine_until_the_payer_says_so(SignalKind kind)
    {
        var letter = To(Hanako, [Finding(kind, 14)], Language.Ja, Language.En);
        var reviewed = Read(Yaml + "\nmedicineNames: { reviewedBy: 顧問医, reviewed: 2026-11-01 }\n").Settings!;
        var isAboutMedicines = kind is not (SignalKind.ClaimsPerMonth or SignalKind.VisitsOneInstitution or SignalKind.InstitutionsSameDisease);

        Html(letter).ShouldNotContain("エチゾラム");
        Html(letter).ShouldNotContain("etizolam");
        Html(letter, reviewed).Contains("エチゾラム 30日分", StringComparison.Ordinal).ShouldBe(isAboutMedicines);
        Html(letter, reviewed).Contains("etizolam, 30 days", StringComparison.Ordinal).ShouldBe(isAboutMedicines);
    }

    [Fact]
    public void Who_is_in_psychiatric_care_already_reads_of_the_own_doctor_first()
    {
        const string OwnDoctor = "いつも診てもらっている先生";

        Html(To(Hanako, [Finding(SignalKind.BzOverlap, 14, isInCare: true)])).ShouldContain(OwnDoctor);
        Html(To(Hanako, [Finding(SignalKind.BzOverlap, 14)])).ShouldNotContain(OwnDoctor);
        Words(Html(To(Hanako, [Finding(SignalKind.BzOverlap, 14, isInCare: true)]))).ShouldNotContain("精神科");
    }

    [Theory]
    [InlineData("このままでは自己責任です。", "It is your own fault.", "ja-will-power", Language.Ja)]
    [InlineData("意志の弱い方が増えています。", "You must stop.", "en-orders", Language.En)]
    [InlineData("あなたは依存症です。", "You are dependent on alcohol.", "ja-diagnosis", Language.Ja)]
    public void A_payer_s_own_words_that_blame_order_or_diagnose_are_caught_in_the_letter(string ja, string en, string rule, Language language)
    {
        var settings = Read(Yaml + $"\nmessage: {{ ja: \"{ja}\", en: \"{en}\" }}\n").Settings!;

        Pages.Set(To(Hanako, Everything, language), settings)!.Faults.Select(fault => fault.Rule).ShouldContain(rule);
    }

    [Fact]
    public void A_letter_without_the_sentence_about_stopping_suddenly_is_caught()
    {
        var files = ContentFile.Embedded("Letters").Concat(ContentFile.Embedded("Letters", ".hbs"))
            .Select(file => file.Path == "Letters/letter-body.hbs" ? file with { Text = file.Text.Replace("{{suddenly}}", "", StringComparison.Ordinal) } : file);

        var pages = LetterPages.Load([.. files], [])!;

        pages.Set(To(Hanako, Everything, Language.Ja, Language.En), Settings)!.Faults.Select(fault => fault.Rule).ShouldBe(["ja-stopping-suddenly", "en-stopping-suddenly"]);
    }

    [Theory]
    [MemberData(nameof(RenderingAttackTests.Hostile), MemberType = typeof(RenderingAttackTests))]
    public void X1_X5_a_hostile_name_or_address_prints_literally_in_a_letter(string value)
    {
        var page = new HtmlParser().ParseDocument(Html(To(new Addressee(value, "540-0008", value, ""), Everything)));

        var written = Escaping.ForPlainText(value);
        string.Concat(page.QuerySelectorAll("address span").Select(line => line.TextContent)).Replace(" ", "", StringComparison.Ordinal)
            .ShouldContain((written + written).Replace(" ", "", StringComparison.Ordinal));
        page.QuerySelectorAll("script, img, iframe, a, link, object").ShouldBeEmpty();
        page.QuerySelectorAll("address *").Select(element => element.TagName).Distinct().ShouldBe(["SMALL", "SPAN"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("ja: \"{{nobody}}\"", "en: \"x\"", "nobody")]
    [InlineData("ja: \"{{month}}\"", "en: \"x\"", "same values")]
    [InlineData("ja: \"{{#if month}}\"", "en: \"{{#if month}}\"", "cannot be rendered")]
    public void X4_a_text_with_a_wrong_value_is_found_at_start_and_not_in_a_letter(string ja, string en, string said)
    {
        var words = ContentFile.Embedded("Letters").Single(file => file.Path == "Letters/letter-words.yaml");
        var broken = words with { Text = words.Text.Replace("texts:\n", $"texts:\n  wrong: {{ {ja}, {en} }}\n", StringComparison.Ordinal) };
        var faults = new List<ContentFault>();

        LetterPages.Load([broken, .. ContentFile.Embedded("Letters", ".hbs")], faults).ShouldBeNull();

        var line = broken.Text[..broken.Text.IndexOf("  wrong:", StringComparison.Ordinal)].Split('\n').Length;
        faults.ShouldContain(fault => fault.Line == line && (fault.What + fault.Fix).Contains(said));
    }

    [Fact]
    public void The_code_holds_the_payer_s_page_and_the_random_number_and_nothing_else()
    {
        var page = new HtmlParser().ParseDocument(Html(To(Hanako, Everything)));
        using var expected = new QRCoder.QRCodeGenerator();
        var modules = expected.CreateQrCode("https://kenpo.example/reply#" + Token, QRCoder.QRCodeGenerator.ECCLevel.M).ModuleMatrix;

        var path = page.QuerySelector("svg.qr path")!.GetAttribute("d")!;

        path.Split('M').Length.ShouldBe(modules.Sum(row => row.Cast<bool>().Count(isDark => isDark)) + 1);
        page.QuerySelector(".token")!.TextContent.ShouldBe(Token);
    }
}
