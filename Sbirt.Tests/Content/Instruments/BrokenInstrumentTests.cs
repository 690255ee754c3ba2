using Sbirt.Content.ContentFiles;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Instruments;

/// <summary>Each contradiction stops the start, naming file, line and fix. Lines are counted in the body of the file.</summary>
public sealed class BrokenInstrumentTests
{
    private const string Sound = """
        items:
          - { linkId: probe-1, text: { ja: 一, en: One }, answers: points }
          - linkId: probe-2
            text: { ja: 二, en: Two }
            answers: points
            enabledWhen: { all: [ { item: probe-1, atLeast: 1 } ] }
        scales:
          - id: total
            main: true
            title: { ja: 合計, en: Total }
            items: [ probe-1, probe-2 ]
            range: { min: 0, max: 6 }
        foreignForms:
          - url: http://example.org/form
            linkIds: { a: probe-1 }
            cautions: [ { code: differs, item: probe-1, text: { ja: 違う, en: Differs } } ]

        """;

    public static TheoryData<string, string, int, string> Bodies => new()
    {
        { "linkId: probe-2", "linkId: probe-1", 3, "is used twice" },
        { "answers: points\n    enabledWhen", "answers: nothing\n    enabledWhen", 3, "does not list" },
        { "answers: points\n    enabledWhen", "range: { min: 0, max: 3 }\n    answers: points\n    enabledWhen", 3, "exactly one of `options`" },
        { "answers: points\n    enabledWhen", "range: { min: 3, max: 0 }\n    enabledWhen", 5, "whole numbers" },
        { "answers: points\n    enabledWhen", "options: [ { code: only, score: 6, text: { ja: 唯一, en: Only } } ]\n    enabledWhen", 3, "fewer than two answers" },
        { "answers: points\n    enabledWhen", "options:\n      - { code: a, score: 0, text: { ja: 甲, en: A } }\n      - { code: a, score: 3, text: { ja: 乙, en: B } }\n    enabledWhen", 7, "is used twice" },
        { "answers: points\n    enabledWhen", "options:\n      - { code: a, score: two, text: { ja: 甲, en: A } }\n      - { code: b, score: 3, text: { ja: 乙, en: B } }\n    enabledWhen", 6, "is not a number" },
        { "answers: points\n    enabledWhen", "options:\n      - { code: a, loinc: LA6270-8, score: 0, text: { ja: 甲, en: A } }\n      - { code: b, loinc: LA6270-8, score: 3, text: { ja: 乙, en: B } }\n    enabledWhen", 7, "two answers of one item" },
        { "{ item: probe-1, atLeast: 1 }", "{ item: probe-3, atLeast: 1 }", 6, "not an item before it" },
        { "{ item: probe-1, atLeast: 1 }", "{ item: probe-2, atLeast: 1 }", 6, "not an item before it" },
        { "{ item: probe-1, atLeast: 1 }", "{ item: probe-1, atLeast: 4 }", 6, "can never hold" },
        { "{ item: probe-1, atLeast: 1 }", "{ item: probe-1, atLeast: 1, atMost: 2 }", 6, "needs one of" },
        { "{ all: [ { item: probe-1, atLeast: 1 } ] }", "{ all: [] }", 6, "compares nothing" },
        { "{ all: [ { item: probe-1, atLeast: 1 } ] }", "{ }", 6, "neither or both" },
        { "text: { ja: 一, en: One }", "enabledWhen: { any: [ { item: probe-2, atLeast: 1 } ] }, text: { ja: 一, en: One }", 2, "not an item before it" },
        { "text: { ja: 二, en: Two }", "text: { ja: 二 }", 4, "lacks `en:`" },
        { "text: { ja: 二, en: Two }", "loinc: 68518-1\n    text: { ja: 二, en: Two }", 3, "check digit is wrong" },
        { "items: [ probe-1, probe-2 ]", "items: [ probe-1, probe-3 ]", 8, "is not an item" },
        { "items: [ probe-1, probe-2 ]", "items: [ probe-1, probe-1, probe-2 ]", 8, "twice" },
        { "items: [ probe-1, probe-2 ]", "items: []", 8, "counts no item" },
        { "range: { min: 0, max: 6 }", "range: { min: 0, max: 8 }", 12, "its answers span 0 to 6" },
        { "main: true", "main: false", 8, "Not exactly one scale is the main one" },
        { "range: { min: 0, max: 6 }", "loinc: 75624-7", 8, "is a score of 0 to 40, but this scale spans 0 to 6" },
        { "range: { min: 0, max: 6 }", "loinc: 75626-2", 8, "is a score of 0 to 12" },
        { "range: { min: 0, max: 6 }", "factor: 2", 8, "belongs to `kind: product`" },
        { "range: { min: 0, max: 6 }", "kind: product\n    factor: 2.5", 8, "does not say how it is rounded" },
        { "range: { min: 0, max: 6 }", "kind: product\n    factor: -1", 8, "must be above 0" },
        { "range: { min: 0, max: 6 }", "kind: levels", 8, "belong together" },
        { "range: { min: 0, max: 6 }", "kind: mean", 8, "`kind: mean` is not known" },
        { "foreignForms:", "  - { id: total, title: { ja: 又, en: Again }, items: [ probe-1 ] }\nforeignForms:", 13, "is used twice" },
        { "foreignForms:", "  - { id: other, main: true, title: { ja: 又, en: Again }, items: [ probe-1 ] }\nforeignForms:", 13, "Not exactly one scale is the main one" },
        { "linkIds: { a: probe-1 }", "linkIds: { a: probe-9 }", 14, "is no item of this file" },
        { "linkIds: { a: probe-1 }", "scores: { a: nothing }", 14, "is no scale of this file" },
        { "item: probe-1, text", "item: probe-9, text", 16, "A caution is about" },
        { "title: { ja: 合計, en: Total }", "title: { ja: 合計 }", 10, "lacks one of its two languages" },
        { "main: true", "mian: true", 9, "The key \"mian\" is not known here" },
        { "main: true", "main: true\n    main: true", 10, "uplicate key" },
        { "main: true", "main: perhaps", 9, "cannot be read" },
    };

    public static TheoryData<string, string, int, string> Heads => new()
    {
        { "version: \"1.0.0\"\n", "", 1, "`version` is missing" },
        { "topic: alcohol", "topic: weather", 1, "`topic: weather` is not known" },
        { "sources: [ { cite: \"made up for a test\", certainty: known } ]", "sources: []", 1, "`sources` is empty" },
        { "certainty: known", "certainty: maybe", 9, "`certainty: maybe` is not known" },
        { "selfCompletion: true,", "selfCompletion: true, minAge: 22, maxAge: 21,", 7, "youngest age (22) is above the oldest (21)" },
        { "selfCompletion: true,", "", 7, "`selfCompletion` is missing" },
        { "wording: { ja: published, en: published }", "wording: { ja: published }", 6, "`wording: en` is missing" },
        { "en: published }", "en: notShipped }", 21, "says it is not shipped" },
        { "codes: []", "codes: [ { loinc: 72109-3 } ]", 8, "check digit is wrong" },
        { "purpose: { ja: ためしの質問票です。, en: A form for tests. }", "purpose: { ja: ためしの質問票です。 }", 4, "lacks one of its two languages" },
    };

    [Fact]
    public void The_sound_file_loads() => Yaml.Instrument(Sound).Items.Length.ShouldBe(2);

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_contradiction_stops_the_start_with_its_line_and_a_fix(string sound, string broken, int line, string what)
    {
        Sound.ShouldContain(sound);
        Expect(Yaml.Faults(Yaml.File(Sound.Replace(sound, broken, StringComparison.Ordinal))), Yaml.HeadLines + line, what);
    }

    [Theory]
    [MemberData(nameof(Heads))]
    public void A_faulty_head_stops_the_start_with_its_line_and_a_fix(string sound, string broken, int line, string what)
    {
        var file = Yaml.File(Sound, mend: head =>
        {
            head.ShouldContain(sound);
            return head.Replace(sound, broken, StringComparison.Ordinal);
        });
        Expect(Yaml.Faults(file), line, what);
    }

    [Fact]
    public void Faults_of_all_files_are_told_at_once()
    {
        var faults = Yaml.Faults(
            Yaml.File(Sound.Replace("main: true", "main: false", StringComparison.Ordinal), "one"),
            Yaml.File(Sound.Replace("max: 6", "max: 7", StringComparison.Ordinal), "two"));

        faults.Select(fault => fault.File).ShouldBe(["Instruments/one.yaml", "Instruments/two.yaml"]);
    }

    [Fact]
    public void Two_files_with_one_id_are_a_fault() =>
        Yaml.Faults(Yaml.File(Sound), Yaml.File(Sound) with { Path = "Instruments/copy.yaml" })
            .ShouldHaveSingleItem().ToString().ShouldBe("Instruments/copy.yaml:1: The instrument \"probe\" stands already in Instruments/probe.yaml. Fix: Give it another id, or remove one of the files.");

    [Fact]
    public void One_score_code_with_two_spans_is_a_fault()
    {
        var six = Sound.Replace("main: true", "main: true\n    codes: [ { system: http://example.org, code: X } ]", StringComparison.Ordinal);
        var three = six.Replace("items: [ probe-1, probe-2 ]", "items: [ probe-1 ]", StringComparison.Ordinal).Replace("max: 6", "max: 3", StringComparison.Ordinal);

        Expect(Yaml.Faults(Yaml.File(six), Yaml.File(three, "other")), Yaml.HeadLines + 8, "spans 0 to 3 here, but 0 to 6 in \"probe\"");
    }

    [Fact]
    public void Text_of_a_language_that_is_not_shipped_may_be_absent()
    {
        var file = Yaml.File(
            Sound.Replace(", en: One }", " }", StringComparison.Ordinal).Replace(", en: Two }", " }", StringComparison.Ordinal),
            mend: head => head.Replace("en: published }", "en: notShipped }", StringComparison.Ordinal)
                .Replace(", en: None }", " }", StringComparison.Ordinal).Replace(", en: Some }", " }", StringComparison.Ordinal).Replace(", en: Much }", " }", StringComparison.Ordinal));

        var item = Sbirt.Content.Instruments.InstrumentLibrary.Load([file]).Instruments.Single().Items[0];
        item.Text.En.ShouldBeNull();
        item.Label.En.ShouldBe("Probe 1");
    }

    [Fact]
    public void An_empty_file_is_a_fault() =>
        Yaml.Faults(new ContentFile("Instruments/empty.yaml", "")).ShouldHaveSingleItem().What.ShouldBe("The file is empty.");

    [Fact]
    public void Too_many_deciding_items_are_a_fault()
    {
        var items = Enumerable.Range(1, 13).Select(i => $"  - {{ linkId: probe-{i}, text: {{ ja: 一, en: One }}, answers: yesno }}\n");
        var any = string.Join(", ", Enumerable.Range(1, 13).Select(i => $"{{ item: probe-{i}, equals: 1 }}"));
        var body = $$"""
            items:
            {{string.Concat(items)}}  - { linkId: probe-14, text: { ja: 一, en: One }, answers: yesno, enabledWhen: { any: [ {{any}} ] } }
            scales:
              - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ probe-14 ] }

            """;

        Yaml.Faults(Yaml.File(body)).ShouldHaveSingleItem().What.ShouldContain("Too many items decide");
    }

    private static void Expect(IReadOnlyList<ContentFault> faults, int line, string what)
    {
        var told = string.Join(Environment.NewLine, faults);
        faults.ShouldContain(fault => fault.Line == line && fault.What.Contains(what, StringComparison.Ordinal), told);
        faults.ShouldAllBe(fault => fault.File.StartsWith("Instruments/", StringComparison.Ordinal) && fault.Fix.Length > 10, told);
    }
}
