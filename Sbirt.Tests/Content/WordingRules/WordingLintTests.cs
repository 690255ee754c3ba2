using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.WordingRules;

public sealed class WordingLintTests
{
    private static readonly WordingLint Lint = WordingLint.LoadShipped();

    [Theory]
    [InlineData("ja-labels", Language.Ja, "アル中の方", "依存症のある方")]
    [InlineData("ja-will-power", Language.Ja, "意志が弱いためではありません。", "続けるうちに体に起こる変化です。")]
    [InlineData("ja-orders", Language.Ja, "今夜はお酒をやめてください。", "お酒を休む夜をつくるという方法があります。")]
    [InlineData("ja-orders", Language.Ja, "薬は必ず毎日のんでください。", "のんだ日を画面で選んでください。")]
    [InlineData("ja-musts", Language.Ja, "受診しなければなりません。", "受診という方法もあります。")]
    [InlineData("ja-threats", Language.Ja, "人間やめますか。", "相談できる場所があります。")]
    [InlineData("ja-troublesome", Language.Ja, "ドクターショッピングの方", "複数の医療機関を受診されている方")]
    [InlineData("ja-return-to-use", Language.Ja, "断酒に失敗した日", "途中で飲んだ日")]
    [InlineData("ja-clean", Language.Ja, "クリーンな日々", "使っていない日々")]
    [InlineData("ja-diagnosis", Language.Ja, "あなたは依存症です。", "依存症の可能性があります。詳しく話を聞ける場所があります。")]
    [InlineData("ja-promise", Language.Ja, "警察には通報しません。", "ご相談の内容の秘密は守ります。")]
    [InlineData("ja-alone", Language.Ja, "自分で少しずつ減らす", "処方した医師と一緒に、ゆっくり減らす")]
    [InlineData("en-labels", Language.En, "He is an alcoholic.", "He drinks in a way that carries risk.")]
    [InlineData("en-will-power", Language.En, "It takes willpower.", "Many people find company helpful.")]
    [InlineData("en-orders", Language.En, "You should cut down.", "Some people find smaller glasses helpful.")]
    [InlineData("en-orders", Language.En, "Stop taking the tablets.", "A slow plan with the prescriber is possible.")]
    [InlineData("en-threats", Language.En, "Alcohol will kill you.", "Over the years the liver is strained.")]
    [InlineData("en-troublesome", Language.En, "doctor shopping", "several clinics in the same month")]
    [InlineData("en-judging", Language.En, "The patient refused.", "The person declined for now.")]
    [InlineData("en-clean", Language.En, "He has been clean since May.", "He has not used since May.")]
    [InlineData("en-diagnosis", Language.En, "You have an alcohol use disorder.", "There are places to talk it over in detail.")]
    [InlineData("en-promise", Language.En, "We will never report you.", "What you tell us is kept confidential.")]
    [InlineData("en-alone", Language.En, "You can stop the tablets on your own.", "Together with the prescriber the tablets can be reduced slowly.")]
    public void Each_rule_catches_the_bad_and_lets_the_kinder_through(string rule, Language language, string bad, string kinder)
    {
        var caught = Lint.Check(bad, language, "here").ShouldHaveSingleItem(bad);

        caught.Rule.ShouldBe(rule);
        caught.Place.ShouldBe("here");
        caught.Instead.ShouldNotBeEmpty();
        Lint.Check(kinder, language, "here").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ja-stopping-suddenly", Language.Ja, "寝る前の睡眠薬の話です。", "睡眠薬は、急にやめると危険なことがあります。")]
    [InlineData("en-stopping-suddenly", Language.En, "About your sleeping tablets.", "With sleeping tablets, stopping suddenly can be dangerous.")]
    public void A_whole_text_about_these_medicines_carries_the_safety_sentence(string rule, Language language, string without, string with)
    {
        Lint.Check(without, language, "letter", WordingKind.Whole).ShouldHaveSingleItem().Rule.ShouldBe(rule);
        Lint.Check(without, language, "letter").ShouldBeEmpty();
        Lint.Check(with, language, "letter", WordingKind.Whole).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_of_the_highest_band_carries_the_safety_sentence_whatever_words_it_uses() =>
        Lint.Check("お酒の相談です。", Language.Ja, "page", WordingKind.Whole, "alcohol-specialist")
            .ShouldHaveSingleItem().Rule.ShouldBe("ja-stopping-suddenly");

    [Fact]
    public void Every_rule_has_a_test_here()
    {
        var tested = typeof(WordingLintTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(row => (string)row.Data[0]!)
            .ToHashSet();

        Lint.RuleIds.ShouldBe(tested, ignoreOrder: true);
    }

    [Fact]
    public void A_rule_that_misses_its_own_sample_stops_the_start()
    {
        var faults = new List<ContentFault>();
        var file = ContentFile.Embedded("Handouts").Single(file => file.Path == WordingLint.Path);

        WordingLint.Load(file with { Text = file.Text.Replace("アル中の方へ", "お酒の方へ", StringComparison.Ordinal) }, faults).ShouldBeNull();

        faults.ShouldHaveSingleItem().What.ShouldContain("ja-labels");
    }

    [Fact]
    public void The_validated_wording_of_items_is_exempt_but_an_introduction_is_not()
    {
        const string text = """
            introduction: { ja: 必ずお酒をやめてください。, en: You must stop drinking. }
            items:
              - text: { ja: お酒をやめなければならないと思いましたか。, en: Have you felt you should cut down? }
            """;

        Lint.CheckFiles([new ContentFile("Instruments/x.yaml", text)]).Select(fault => fault.Line).Distinct().ShouldBe([1]);
    }

    [Fact]
    public void A_sentence_inside_a_template_is_read_without_its_braces() =>
        Lint.Check("{{#if ready}}お酒は控えてください。{{/if}}", Language.Ja, "step").ShouldHaveSingleItem();
}
