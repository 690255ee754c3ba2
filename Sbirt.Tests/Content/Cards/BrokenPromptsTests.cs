using Sbirt.Content.Cards;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Cards;

/// <summary>A mistake in the prompts stops the start, with file, line and a way to mend it.</summary>
public sealed class BrokenPromptsTests
{
    private static readonly ContentFile Shipped = ContentFile.Embedded("Cards").Single(file => file.Path == PromptRules.Path);

    private static readonly string Sound = Shipped.Text.ReplaceLineEndings("\n");

    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "askAgain: 365", "askAgain: soon", "askAgain:", "is not a number" },
        { "askAgain: 365", "askAgain: 1.5", "askAgain:", "is not a whole number" },
        { "askAgain: 365", "askAgain: -1", "askAgain:", "is not a whole number" },
        { "askAgain: 365", "askAgain: 99999999999999999999", "askAgain:", "is not a whole number" },
        { "  handOverWaits: 180\n", "", "askAgain:", "`handOverWaits` is missing" },
        { "ask: audit-c", "ask: audit-x", "version:", "is no instrument" },
        { "effective: 2026-11-21", "effective: soon", "version:", "is not a date" },
        { "kind: no-show", "kind: missed", "kind: missed", "`kind: missed` is not known" },
        { "kind: no-show", "kind: safety", "kind: safety", "stands twice" },
        { "  - kind: no-show", "  - kind: result", "kind: result", "stands twice" },
        { "hooks: [patient-view, encounter-start, problem-list-item-create, appointment-book]", "hooks: [patient-veiw]", "kind: invite-reason", "`hooks: patient-veiw` is not served" },
        { "hooks: [patient-view, encounter-start, problem-list-item-create, appointment-book]", "hooks: []", "kind: invite-reason", "`hooks` is empty" },
        { "indicator: critical", "indicator: loud", "kind: safety", "is not known" },
        { "do: [keep-safe]", "do: [call-the-police]", "id: keep-safe", "is not known" },
        { "recommended: true, label: { ja: \"今日、安全を確かめる\"", "recommended: yes, label: { ja: \"今日、安全を確かめる\"", "id: keep-safe", "`recommended: yes` is not known" },
        { "- { id: refer, label: { ja: \"相談先に今つなぐ\"", "- { id: refer, recommended: true, label: { ja: \"相談先に今つなぐ\"", "kind: safety", "only one may be taken" },
        { "- { id: refer, label: { ja: \"相談先に今つなぐ\"", "- { id: keep-safe, label: { ja: \"相談先に今つなぐ\"", "相談先に今つなぐ", "stands twice" },
        { "en: \"Answers of {day} ask", "en: \"Answers of {score} ask", "ja: \"{day}", "is not something `summary` can say" },
        { "en: \"Answers of {day} ask", "en: \"Answers ask", "ja: \"{day}", "other values in Japanese" },
        { "{ ja: \"まだの方です\", en: \"not asked yet\" }", "{ ja: \"まだ {day}\", en: \"not yet {day}\" }", "まだ {day}", "is not something `neverAsked` can say" },
        { "  noteHead: { ja: \"記録の文\", en: \"Note for the record\" }\n", "", "version:", "`words.noteHead` is missing" },
        { "label: { ja: 高血圧, en: high blood pressure }", "label: { ja: 高血圧 }", "ja: 高血圧", "lacks one of its two languages" },
        { "  - id: fatty-liver", "  - id: hypertension", "id: hypertension", "stands twice" },
        { "code: not-now, quietDays: 1", "code: not-now, quietDays: long", "code: not-now", "is not a number" },
        { "code: already-done", "code: not-now", "Already done", "stands twice" },
        { "fromAge: 18", "fromAge: 18\nfromAges: 18", "fromAges", "is not known here" },
    };

    [Fact]
    public void The_shipped_prompts_are_sound() => Faults(Sound).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_mistake_is_told_with_its_line_and_a_fix(string sound, string broken, string place, string what)
    {
        Sound.ShouldContain(sound);
        var at = Sound.IndexOf(sound, StringComparison.Ordinal);
        var text = string.Concat(Sound.AsSpan(0, at), broken, Sound.AsSpan(at + sound.Length));

        var faults = Faults(text);

        var fault = faults.First(each => each.What.Contains(what, StringComparison.Ordinal));
        fault.File.ShouldBe(PromptRules.Path);
        fault.Fix.ShouldNotBeNullOrWhiteSpace();
        text.Split('\n')[fault.Line - 1].ShouldContain(place, customMessage: $"line {fault.Line}");
    }

    [Theory]
    [InlineData("words:\n  neverAsked:\n")]
    [InlineData("cards:\n  -\n")]
    [InlineData("reasons: [ ~ ]\n")]
    [InlineData("known: [ ~ ]\n")]
    [InlineData("")]
    [InlineData("just a text")]
    [InlineData("cards: {")]
    public void Whatever_is_written_there_the_program_tells_faults_and_does_not_fall_over(string text) =>
        Faults(text).ShouldNotBeEmpty();

    [Fact]
    public void Without_the_file_the_program_does_not_start() =>
        Load([]).Faults.ShouldHaveSingleItem().What.ShouldBe("The file is missing.");

    [Fact]
    public void Every_word_can_be_said_in_both_languages()
    {
        foreach (var word in Records.Rules.Words.Keys)
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                Records.Rules.Say(word, language, ("day", "2026-11-21"), ("place", "a place")).ShouldNotContain("{");
            }
        }
    }

    private static IReadOnlyList<ContentFault> Faults(string text) => Load([Shipped with { Text = text }]).Faults;

    private static (PromptRules? Rules, IReadOnlyList<ContentFault> Faults) Load(IReadOnlyList<ContentFile> files)
    {
        var faults = new List<ContentFault>();
        var rules = PromptRules.Load(files, Records.Library.Instruments, faults);
        (rules is null).ShouldBe(faults.Count > 0);
        return (rules, faults);
    }
}
