using Sbirt.Content.Claims;
using Sbirt.Content.Claims.Counting;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Claims.Histories;

namespace Sbirt.Tests.Content.Claims;

public sealed class ScanPropertyTests
{
    private static readonly string[] Ingredients = ["etizolam", "alprazolam", "zolpidem", "brotizolam", "diazepam", "sertraline", ""];
    private static readonly string[] Codes = [Etizolam05, Etizolam1, Zolpidem5, "629999901"];

    public static TheoryData<string> Presets => [.. Library.Presets.Select(preset => preset.Id), "dose-trend"];

    [Theory]
    [MemberData(nameof(Presets))]
    public void The_order_of_the_facts_changes_nothing(string id)
    {
        var preset = PresetOf(id);
        var random = new Random(4);
        var said = 0;
        for (var round = 0; round < 150; round++)
        {
            var person = Anyone(random);
            var findings = preset.Scan(person, 202607, 202612);
            var shuffled = person with
            {
                Claims = [.. person.Claims.OrderBy(_ => random.Next())],
                Dispensings = [.. person.Dispensings.OrderBy(_ => random.Next())],
                Diseases = [.. person.Diseases.OrderBy(_ => random.Next())],
            };

            preset.Scan(shuffled, 202607, 202612).Text().ShouldBe(findings.Text());
            said += findings.Count;
        }

        said.ShouldBeGreaterThan(10);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_month_says_the_same_alone_as_among_others(string id)
    {
        var preset = PresetOf(id);
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var person = Anyone(random);
            var alone = Enumerable.Range(202607, 6).SelectMany(month => preset.Scan(person, month, month));

            alone.Text().ShouldBe(preset.Scan(person, 202607, 202612).Text());
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Each_finding_stands_above_its_threshold_with_evidence_and_once_a_month(string id)
    {
        var random = new Random(6);
        for (var round = 0; round < 100; round++)
        {
            var findings = PresetOf(id).Scan(Anyone(random), 202607, 202612);

            findings.ShouldAllBe(finding => finding.Value >= finding.Threshold && finding.Evidence.Length > 0);
            findings.DistinctBy(finding => (finding.Month, finding.Signal)).Count().ShouldBe(findings.Count);
            findings.Where(finding => finding.IsExcluded).ShouldAllBe(finding => !finding.Excluded.IsEmpty);
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void The_quick_condition_hides_no_finding(string id)
    {
        var preset = PresetOf(id);
        var medicines = new MedicineTable(Table, MedicineStrengths.Of(Table));
        var random = new Random(8);
        var counted = 0;
        for (var round = 0; round < 300; round++)
        {
            var person = Anyone(random);
            foreach (var rule in preset.Signals.Select(signal => SignalRules.Of(signal, medicines)))
            {
                var month = Months.NumberOf(202607 + random.Next(6));
                if (rule.Count(PersonFacts.Of(person), month, month).Any(count => count is not null))
                {
                    rule.MayHold(PersonSpans.Of(person), month, month).ShouldBeTrue(rule.Definition.Id);
                    counted++;
                }
            }
        }

        counted.ShouldBeGreaterThan(10);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void What_a_store_leaves_out_by_the_conditions_changes_no_finding(string id)
    {
        var preset = PresetOf(id);
        var conditions = new SignalScan(preset, Table).Conditions;
        var random = new Random(10);
        var (said, left) = (0, 0);
        for (var round = 0; round < 400; round++)
        {
            var person = Anyone(random, mostGiven: random.Next(1, 12), mostDiseases: random.Next(1, 12));
            var handedOver = person with
            {
                Dispensings = conditions.Any(each => each.Facts == CandidateFacts.Dispensings && each.Holds(person, 202607, 202612)) ? person.Dispensings : [],
                Diseases = conditions.Any(each => each.Facts == CandidateFacts.Diseases && each.Holds(person, 202607, 202612)) ? person.Diseases : [],
            };

            var findings = preset.Scan(person, 202607, 202612);
            preset.Scan(handedOver, 202607, 202612).Text().ShouldBe(findings.Text());
            said += findings.Count;
            left += person.Dispensings.Length + person.Diseases.Length - handedOver.Dispensings.Length - handedOver.Diseases.Length;
        }

        said.ShouldBeGreaterThan(10);
        left.ShouldBeGreaterThan(100);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Later_facts_change_nothing_in_a_month(string id)
    {
        var random = new Random(9);
        for (var round = 0; round < 100; round++)
        {
            var person = Anyone(random);
            var until = person with
            {
                Claims = [.. person.Claims.Where(claim => claim.Month <= Month)],
                Dispensings = [.. person.Dispensings.Where(fact => fact.Date <= new DateOnly(2026, 10, 31))],
                Diseases = [.. person.Diseases.Where(disease => disease.Month <= Month)],
            };

            PresetOf(id).Scan(until).Text().ShouldBe(PresetOf(id).Scan(person).Text());
        }
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void What_findings_say_is_said_as_we_speak_and_fills_every_placeholder(string id)
    {
        var lint = WordingLint.LoadShipped();
        var random = new Random(7);
        var texts = Enumerable.Range(0, 30).SelectMany(_ => PresetOf(id).Scan(Anyone(random), 202607, 202612))
            .SelectMany(finding => finding.Evidence.Select(one => one.What).Append(finding.Arithmetic!))
            .ToHashSet();

        texts.ShouldNotBeEmpty();
        texts.SelectMany(text => lint.Check(text.Ja, Language.Ja, id).Concat(lint.Check(text.En, Language.En, id))).ShouldBeEmpty();
        texts.ShouldAllBe(text => !(text.Ja + text.En).Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void A_person_with_a_few_claims_costs_no_memory()
    {
        var scan = new SignalScan(Osaka, Table);
        var person = Person([.. Several(3), Claim(202609)]);
        scan.Findings(person, 202601, 202612).ShouldBeEmpty();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            scan.Findings(person, 202601, 202612);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
    }

    [Fact]
    public void Months_that_are_none_are_refused()
    {
        var scan = new SignalScan(Osaka, Table);

        Should.Throw<ArgumentOutOfRangeException>(() => scan.Findings(Person(), 202613, 202613));
        Should.Throw<ArgumentOutOfRangeException>(() => scan.Findings(Person(), 202612, 202601));
        Should.Throw<ArgumentOutOfRangeException>(() => scan.Findings(Person(), 200001, 202612));
    }

    [Fact]
    public void Numbers_beyond_reason_neither_stop_the_scan_nor_count()
    {
        var person = Person(
            [Claim(days: int.MaxValue), Claim(days: int.MaxValue), Claim(days: int.MinValue), Claim(month: 0)],
            [Give("etizolam", "2026-10-01", int.MaxValue), Give("etizolam", "2026-10-01", int.MaxValue, "B"), Give("etizolam", "2026-10-02", int.MinValue, "B"), Give("etizolam", "9999-12-31", from: "C"),
                .. Enumerable.Range(0, 4).Select(_ => Give("etizolam", "2026-09-01", 30) with { DailyAmount = long.MaxValue })],
            [Disease("8830417", "A", month: int.MaxValue)]);

        foreach (var preset in Library.Presets.Append(PresetOf("dose-trend")))
        {
            Should.NotThrow(() => preset.Scan(person, 202607, 202612));
        }

        Osaka.Finding("bz-overlap", person).ShouldBeNull();
    }

    private static SignalPreset PresetOf(string id) => Library.Find(id) ?? Own("""
          - id: dose-trend
            groups: [anxiolytic, hypnotic]
            limits:
              threshold: { value: 20, source: ours }
              windowMonths: { value: 1, source: ours }
        """);

    private static PersonHistory Anyone(Random random, int mostGiven = 50, int mostDiseases = 20)
    {
        int AnyMonth() => 202607 + random.Next(6);
        string Place() => $"{(char)('A' + random.Next(4))}";
        return Person(
            Enumerable.Range(0, random.Next(60)).Select(_ => Claim(AnyMonth(), Place(), (ClaimKind)random.Next(1, 5), random.Next(30) == 0 ? (ClaimSigns)(1 << random.Next(9)) : ClaimSigns.None, random.Next(10) == 0, random.Next(12))),
            Enumerable.Range(0, random.Next(mostGiven)).Select(_ => Give(
                Ingredients[random.Next(Ingredients.Length)],
                Day("2026-06-01").AddDays(random.Next(200)),
                random.Next(1, 40),
                random.Next(12) == 0 ? null : Place(),
                random.Next(1, 4),
                Codes[random.Next(Codes.Length)],
                random.Next(6) == 0 ? IntakeForm.AsNeeded : IntakeForm.Daily,
                random.Next(3),
                random.Next(10) != 0)),
            Enumerable.Range(0, random.Next(mostDiseases)).Select(_ => Disease($"{8830417 + random.Next(3)}", Place(), AnyMonth(), random.Next(5) == 0)));
    }
}
