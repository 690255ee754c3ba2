using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

public sealed class PresetFileTests
{
    private static readonly IReadOnlyList<ContentFile> Shipped = ContentFile.Embedded(SignalLibrary.Folder);

    public static TheoryData<string, string, string, string> Breaks => new()
    {
        { "Presets/kyokai-osaka-20", "- id: bz-overlap", "- id: bz-overlaps", "`id: bz-overlaps` is no kind of signal" },
        { "Presets/kyokai-osaka-20", "- id: bz-overlap", "- id: ours\n    kind: overlap", "`kind: overlap` is no kind of signal" },
        { "Presets/kyokai-osaka-20", "- id: bz-overlap", "- id: early-refill\n    kind: bz-overlap", "The signal \"early-refill\" stands there twice" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "consecutiveMonths: { value: 2, source: osaka }", "The limit `threshold` is missing" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: 0, source: osaka }", "`threshold: 0` is not possible" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: -20, source: osaka }", "`threshold: -20` is not possible" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: 20.5, source: osaka }", "`threshold: 20.5` is not possible" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: many, source: osaka }", "is not a number" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { source: osaka }", "`threshold` is missing" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold:", "The limit `threshold` is missing" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: 15, source: osaka }", "`approachFrom: 15` does not lie below `threshold: 15`" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: 20, source: hearsay }", "`source: hearsay` is not one of `sources`" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: 20 }", "`source` is missing" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: 20, source: osaka }\n      windowMonths: { value: 2, source: osaka }", "claims-per-month compares with no `windowMonths`" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 20, source: osaka }", "threshold: { value: 20, source: osaka }\n      risePercent: { value: 30, source: osaka }", "Only a part of a rise is told" },
        { "Presets/kyokai-osaka-20", "threshold: { value: 14, source: overlap }", "threshold: { value: 14, source: overlap }\n      windowMonths: { value: 37, source: overlap }", "`windowMonths: 37` is not possible" },
        { "Presets/kyokai-osaka-20", "countFrom: { value: 20180401, source: long-term }", "countFrom: { value: 20180431, source: long-term }", "Write a day as YYYYMMDD" },
        { "Presets/kyokai-osaka-20", "whole: [dialysis, cancer, palliative-care, epilepsy]", "whole: [dialysis, measles]", "There is no exclusion \"measles\"" },
        { "Presets/kyokai-osaka-20", "whole: [dialysis, cancer, palliative-care, epilepsy]", "whole: [maternity]", "The exclusion \"maternity\" stands there twice" },
        { "Presets/kyokai-osaka-20", "whole: [dialysis, cancer, palliative-care, epilepsy]", "whole: [suspected-disease]", "can only be left out" },
        { "Presets/kyokai-osaka-20", "counts: [medical, dpc, dental, dispensing]", "counts: [surgical]", "`counts: surgical` is not known" },
        { "Presets/kyokai-osaka-20", "counts: [medical, dpc, dental, dispensing]", "subject: claims", "`counts` is missing" },
        { "Presets/kyokai-osaka-20", "subject: therapeuticClass", "subject: disease", "does not count by `subject: disease`" },
        { "Presets/kyokai-osaka-20", "groups: [anxiolytic, hypnotic]", "counts: [medical]", "`groups` is missing" },
        { "Presets/kyokai-osaka-20", "groups: [anxiolytic, hypnotic]", "groups: [sweets]", "`groups: sweets` is not known" },
        { "Presets/kyokai-osaka-20", "id: kyokai-osaka-20", "id: Osaka 20", "is not written as ids are" },
        { "Presets/kyokai-osaka-20", "id: kyokai-osaka-20", "id: hiratsuka", "The preset \"hiratsuka\" stands in two files" },
        { "Presets/kyokai-osaka-20", "signsLookBackMonths: { value: 12, source: convention }", "signsLookBackMonths: { value: 0, source: convention }", "`signsLookBackMonths: 0` is not possible" },
        { "Presets/kyokai-osaka-20", "effective: 2025-10-01", "effective: lately", "is not a date" },
        { "Presets/kyokai-osaka-20", "version:", "versions:", "The key \"versions\" is not known here" },
        { "signal-words", "  bz-overlap:", "  bz-over:", "There is no signal \"bz-over\"" },
        { "signal-words", "{institutions} institutions", "two institutions", "different values in its two languages" },
        { "signal-words", "{sum} = {value} claims", "{sums} = {value} claims", "cannot name {sums}" },
        { "exclusions", "id: cancer", "id: tumour", "The exclusion \"cancer\" is missing" },
        { "exclusions", "codes: [C00-C97]", "codes: [C97-C00]", "`C97-C00` is no code of `icd10`" },
        { "exclusions", "codes: [\"21\"]", "codes: [\"211\"]", "`211` is no code of `publicPayers`" },
        { "exclusions", "codes: [C00-C97], source: icd10", "codes: [C00-C97]", "`source` is missing" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_broken_file_is_refused_with_its_line(string file, string sound, string broken, string what)
    {

        var path = $"Claims/{file}.yaml";
        var text = Shipped.Single(one => one.Path == path).Text;
        text.ShouldContain(sound);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        var line = text[..at].Count(letter => letter == '\n') + 1;
        var faults = new List<ContentFault>();

        SignalLibrary.TryLoad([.. Shipped.Where(one => one.Path != path), new ContentFile(path, text[..at] + broken + text[(at + sound.Length)..])], faults).ShouldBeNull();

        var fault = faults.FirstOrDefault(fault => fault.File == path && (fault.What + fault.Fix).Contains(what, StringComparison.Ordinal));
        fault.ShouldNotBeNull(string.Join('\n', faults));
        // Something missing is told at the entry that lacks it, which begins up to a few lines above.
        fault.Line.ShouldBeInRange(fault.What.Contains("stands in two files", StringComparison.Ordinal) || fault.What.Contains("is missing", StringComparison.Ordinal) ? 1 : line - 7, line + 4, fault.ToString());
    }

    [Fact]
    public void A_number_that_is_wrong_is_named_at_its_own_line()
    {
        var faults = new List<ContentFault>();
        var text = OwnText("""
              - id: many-drugs
                limits:
                  threshold: { value: 10, source: ours }
                  approachFrom: { value: 10, source: ours }
                  minDays: { value: 0, source: ours }
            """);

        SignalLibrary.Read(new ContentFile("own.yaml", text), faults).ShouldBeNull();

        faults.Select(fault => fault.ToString()).Order(StringComparer.Ordinal).ShouldBe(
        [
            "own.yaml:12: `approachFrom: 10` does not lie below `threshold: 10`. Fix: Let the band begin below the threshold, or leave `approachFrom` out.",
            "own.yaml:13: `minDays: 0` is not possible. Fix: Write a whole number from 1 to 1000.",
        ]);
    }

    [Fact]
    public void A_file_that_nothing_reads_is_named()
    {
        var faults = new List<ContentFault>();

        SignalLibrary.TryLoad([.. Shipped, new ContentFile("Claims/presets.yaml", "{}")], faults).ShouldBeNull();

        faults.Single().ToString().ShouldStartWith("Claims/presets.yaml:1: Nothing reads this file.");
    }

    [Fact]
    public void Empty_and_torn_files_are_refused()
    {
        foreach (var text in new[] { "", "[", "id: own", "signals: []", "- 1" })
        {
            var faults = new List<ContentFault>();
            SignalLibrary.Read(new ContentFile("own.yaml", text), faults).ShouldBeNull();
            faults.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void The_shipped_presets_hold_the_published_values()
    {
        Library.Presets.Select(preset => preset.Id).ShouldBe(["hiratsuka", "kenpo-2inst", "kokuho-classic", "kyokai-osaka-20"]);
        Osaka.Signals.Select(signal => signal.Id).ShouldBe(["claims-per-month", "bz-overlap", "psychotropic-polypharmacy", "bz-continuous", "early-refill"]);
        var claims = Osaka.Signals[0];
        (claims.Threshold, claims.ApproachFrom, claims.WindowMonths).ShouldBe((20, 15, 1));
        claims.Counts.ShouldBe([ClaimKind.Medical, ClaimKind.Dpc, ClaimKind.Dental, ClaimKind.Dispensing]);
        claims.Limits["threshold"].Source.Certainty.ShouldBe(Certainty.Open);
        Osaka.Note.En.ShouldContain("not published");
        (Osaka.Signals[1].Threshold, Osaka.Signals[3].Threshold).ShouldBe((14, 12));
        Thresholds("hiratsuka").ShouldBe([("institutions-same-disease", 3, 3, 0), ("visits-one-institution", 15, 3, 0), ("same-drug-several-institutions", 2, 1, 14), ("many-drugs", 11, 1, 0)]);
        Thresholds("kokuho-classic").ShouldBe([("institutions-same-disease", 3, 1, 0), ("visits-one-institution", 15, 1, 0), ("same-drug-several-institutions", 3, 1, 0), ("many-drugs", 10, 1, 0)]);
        Thresholds("kenpo-2inst").ShouldBe([("institutions-same-disease", 2, 1, 0), ("visits-one-institution", 15, 1, 0), ("same-drug-several-institutions", 2, 1, 0)]);
    }

    [Fact]
    public void A_preset_says_what_a_reader_has_to_keep_for_it()
    {
        (Osaka.NeedsEveryMedicine, Osaka.NeedsDiseases).ShouldBe((false, false));
        (Library.Find("hiratsuka")!.NeedsEveryMedicine, Library.Find("hiratsuka")!.NeedsDiseases).ShouldBe((true, true));
        Osaka.MonthsBefore.ShouldBe(15);
    }

    [Fact]
    public void The_example_for_a_payers_own_signals_can_be_read()
    {
        var faults = new List<ContentFault>();
        var path = Repository.PathOf("docs", "samples", "claims", "signals-own.yaml");

        var preset = SignalLibrary.Read(new ContentFile(path, File.ReadAllText(path)), faults);

        faults.ShouldBeEmpty();
        preset!.Signals.Select(signal => signal.Id).ShouldBe(["claims-per-month", "bz-overlap-30", "dose-trend"]);
    }

    private static IEnumerable<(string Id, int Threshold, int Row, int Days)> Thresholds(string preset) =>
        Library.Find(preset)!.Signals.Select(signal => (signal.Id, signal.Threshold, signal.ConsecutiveMonths, signal.MinOverlapDays));
}
