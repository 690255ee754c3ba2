using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>What is not told of the person: the stricter cut-off, said aloud, never a guess.</summary>
public sealed class UnknownFactsTests
{
    private const int Seed = 20240403;

    private static readonly int?[] Ages = [11, 12, 19, 20, 21, 22, 64, 65, 66, 90];

    private static readonly ThresholdLibrary Library = Shipped.Content.Thresholds;

    public static TheoryData<string> Ids => ClinicalForms.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void K3_a_band_for_a_person_of_whom_something_is_not_told_is_never_milder_than_if_it_were(string id)
    {
        var random = new Random(Seed);
        for (var i = 0; i < 25; i++)
        {
            var filled = FilledForm.Random(ClinicalForms.Of(id), random, gaps: i % 5 == 0 ? 0.2 : 0);
            foreach (var person in Vague())
            {
                foreach (var pack in ClinicalForms.Packs)
                {
                    var bands = Bands(filled, pack, person);
                    foreach (var told in Told(person))
                    {
                        foreach (var (code, milder) in Bands(filled, pack, told).Join(bands, each => each.Key, each => each.Key, (known, vague) => (known.Key, IsMilder(vague.Value, known.Value))))
                        {
                            milder.ShouldBeFalse($"{code} in {pack}: {person} against {told}, {filled}");
                        }
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void K3_where_the_cut_off_depends_on_what_is_not_told_the_finding_says_which_was_used(string id)
    {
        var filled = FilledForm.Extreme(ClinicalForms.Of(id), highest: false);
        foreach (var person in Vague())
        {
            foreach (var pack in ClinicalForms.Packs)
            {
                foreach (var (scale, finding) in Bands(filled, pack, person))
                {
                    var fitting = Library.RulesFor(pack, id).Own.Scales.Single(each => each.ScaleId == scale).Sets
                        .Where(set => !set.AppliesTo.IsContradictedBy(person)).Select(set => set.AppliesTo).ToList();
                    var open = new[]
                    {
                        person.Sex is Sex.Other or null && fitting.Select(each => each.Sex).Distinct().Count() > 1,
                        person.AgeYears is null && fitting.Select(each => (each.MinAge, each.MaxAge)).Distinct().Count() > 1,
                        person.Pregnant is null && fitting.Select(each => each.Pregnant).Distinct().Count() > 1,
                    };

                    finding.Assumptions.Length.ShouldBe(open.Count(each => each), $"{scale} in {pack}: {person}");
                    finding.Assumptions.ShouldAllBe(text => text.Ja.Length > 0 && text.En.Contains("stricter", StringComparison.Ordinal));
                }
            }
        }
    }

    [Theory]
    [InlineData("audit-c", "jp-mhlw", "The cut-off is known for men and for women only: the stricter one is used.", Sex.Other, 40)]
    [InlineData("audit-c", "jp-mhlw", "Sex not told: the stricter cut-off is used.", null, 40)]
    [InlineData("audit-c", "us", "Age not told: the stricter cut-off is used.", Sex.Male, null)]
    [InlineData("sds", "jp-mhlw", "Age not told: the stricter cut-off is used.", Sex.Female, null)]
    [InlineData("dudit", "who-2001", "Sex not told: the stricter cut-off is used.", null, null)]
    public void K3_the_sentence_names_what_was_not_told(string id, string pack, string sentence, Sex? sex, int? age) =>
        Bands(FilledForm.Extreme(ClinicalForms.Of(id), highest: true), pack, new Person(sex, age)).Values
            .SelectMany(finding => finding.Assumptions).ShouldContain(text => text.En == sentence);

    [Fact]
    public void K3_an_instrument_with_limits_of_age_says_so_below_above_and_when_the_age_is_not_told()
    {
        foreach (var form in ClinicalForms.All)
        {
            var use = form.Instrument.Use;
            var isLimited = use.MinAge is not null || use.MaxAge is not null;
            foreach (var age in Ages.Prepend(null))
            {
                var codes = FilledForm.Extreme(form, highest: false).Score(new Person(Sex.Female, age)).Issues.Select(issue => issue.Reason.Code).ToList();
                codes.Contains("age-not-told").ShouldBe(isLimited && age is null, $"{form.Instrument.Id} {age}");
                codes.Contains("age-outside-limits").ShouldBe(isLimited && (age < use.MinAge || age > use.MaxAge), $"{form.Instrument.Id} {age}");
            }
        }

        ClinicalForms.Of("crafft").Instrument.Use.ShouldSatisfyAllConditions(use => use.MinAge.ShouldBe(12), use => use.MaxAge.ShouldBe(21));
    }

    [Fact]
    public void K3_points_that_differ_by_sex_are_bounds_until_the_sex_is_known()
    {
        var filled = FilledForm.Extreme(ClinicalForms.Of("ort"), highest: true).With("ort-3", 0).With("ort-5", 0).With("ort-6", 0);
        foreach (var sex in new Sex?[] { Sex.Other, null })
        {
            var score = filled.Score(new Person(sex)).Main;
            var (man, woman) = (filled.Score(new Person(Sex.Male)).Main.Value!.Value, filled.Score(new Person(Sex.Female)).Main.Value!.Value);
            score.Lower.ShouldBe(Math.Min(man, woman));
            score.Upper.ShouldBe(Math.Max(man, woman));
            score.IsComplete.ShouldBe(man == woman);
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public void K3_a_statement_about_pregnancy_is_made_only_of_a_person_told_to_be_pregnant(bool? pregnant, bool holds)
    {
        foreach (var pack in ClinicalForms.Packs)
        {
            foreach (var id in new[] { "audit", "audit-c", "usaudit", "usaudit-c" })
            {
                var person = new Person(Sex.Female, 30, pregnant);
                var judgement = Judging.Judge(Library, pack, FilledForm.Extreme(ClinicalForms.Of(id), highest: false).With($"{id}-1", 1).With($"{id}-2", 0).Score(person), person);
                judgement.Findings.Any(finding => finding.Code == "alcohol-in-pregnancy").ShouldBe(holds, $"{id} {pack}");
                (judgement.Leading?.Code == "alcohol-in-pregnancy").ShouldBe(holds, $"{id} {pack}");
            }
        }
    }

    [Theory]
    [InlineData("audit", "audit-1")]
    [InlineData("audit-c", "audit-c-1")]
    [InlineData("usaudit", "usaudit-1")]
    [InlineData("usaudit-c", "usaudit-c-1")]
    [InlineData("niaaa-single", "niaaa-single-1")]
    [InlineData("nida-qs", "nida-qs-1")]
    [InlineData("taps-1", "taps-1-2")]
    [InlineData("assist", "assist-2-alcohol")]
    [InlineData("health-check-drinking", "health-check-drinking-1")]
    public void K3_a_woman_who_drinks_and_of_whom_pregnancy_is_not_told_is_asked_and_nothing_else_changes(string id, string linkId)
    {
        const string Asks = "pregnancy-not-told";
        foreach (var pack in ClinicalForms.Packs)
        {
            foreach (var (sex, age, drinks, asked) in new (Sex?, int?, bool, bool)[]
            {
                (Sex.Female, 30, true, true),
                (Sex.Female, null, true, true),
                (Sex.Female, 17, true, true),
                (Sex.Female, 50, true, false),
                (Sex.Female, 30, false, false),
                (Sex.Male, 30, true, false),
                (null, 30, true, false),
            })
            {
                Judgement Judge(bool? pregnant)
                {
                    var person = new Person(sex, age, pregnant);
                    var sober = FilledForm.Extreme(ClinicalForms.Of(id), highest: false);
                    var most = FilledForm.Extreme(ClinicalForms.Of(id), highest: true).Choices;
                    var drinking = sober.With(linkId, most[linkId]);
                    if (id == "assist")
                    {
                        drinking = drinking.With("assist-1-alcohol", most["assist-1-alcohol"]);
                    }

                    return Judging.Judge(Library, pack, (drinks ? drinking : sober).Score(person), person);
                }

                var (untold, told) = (Judge(null), Judge(false));
                untold.Findings.Any(finding => finding.Code == Asks).ShouldBe(asked, $"{pack} {sex} {age} {drinks}");
                told.Findings.Concat(untold.Beside).ShouldNotContain(finding => finding.Code == Asks);
                untold.Findings.Where(finding => finding.Code != Asks).Select(finding => (finding.Code, finding.Seriousness, finding.Intervention))
                    .ShouldBe(told.Findings.Select(finding => (finding.Code, finding.Seriousness, finding.Intervention)));
                if (told.Leading is { } leading)
                {
                    untold.Leading!.Code.ShouldBe(leading.Code);
                }
            }
        }
    }

    private static IEnumerable<Person> Vague() =>
        new Sex?[] { Sex.Male, Sex.Female, Sex.Other, null }.SelectMany(sex => new int?[] { null, 11, 40, 70 }
            .Where(age => age is null || sex is Sex.Other or null)
            .Select(age => new Person(sex, age)));

    /// <summary>The same person with everything told, in every way it could be.</summary>
    private static IEnumerable<Person> Told(Person person)
    {
        Sex?[] sexes = person.Sex is Sex.Male or Sex.Female ? [person.Sex] : [Sex.Male, Sex.Female];
        var ages = person.AgeYears is { } age ? [age] : Ages;
        return from sex in sexes
            from years in ages
            from pregnant in sex == Sex.Female ? new[] { true, false } : [false]
            select new Person(sex, years, pregnant);
    }

    private static Dictionary<string, Finding> Bands(FilledForm filled, string pack, Person person) =>
        Judging.Judge(Library, pack, filled.Score(person), person).Findings
            .Where(finding => finding.Set is not null)
            .ToDictionary(finding => finding.Set!.ScaleId);

    /// <summary>Less serious, or as serious and lower in the same row of bands. With gaps only the seriousness that is certain counts.</summary>
    private static bool IsMilder(Finding vague, Finding known) =>
        vague.Band is null || known.Band is null
            ? vague.Band is not null && vague.Seriousness < known.Seriousness
            : vague.Seriousness < known.Seriousness
                || (vague.Seriousness == known.Seriousness && Rank(vague) < Rank(known));

    private static int Rank(Finding finding) => finding.Set!.Bands.IndexOf(finding.Band!);
}
