using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>Every band of every pack at its limits and one beside them, against the oracles.</summary>
public sealed class BandsTests
{
    private const int Seed = 20240402;

    private static readonly ThresholdLibrary Library = Shipped.Content.Thresholds;

    public static TheoryData<string> Ids => ClinicalForms.Ids;

    [Fact]
    public void The_packs_are_those_a_clinic_can_choose_and_the_two_they_share() =>
        Library.Packs.Select(pack => pack.Id).ShouldBe([.. ClinicalForms.Packs, "common-health", "common-substances"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Ids))]
    public void K2_every_cut_off_and_one_beside_it_gives_the_band_the_oracle_says(string id)
    {
        var form = ClinicalForms.Of(id);
        var random = new Random(Seed);
        var reached = new HashSet<(ThresholdSet, string)>();
        foreach (var scale in form.Scales)
        {
            var sets = Library.Packs.SelectMany(pack => pack.Sets).Where(set => set.InstrumentId == id && set.ScaleId == scale.Id).ToList();
            foreach (var (filled, score, ofSex) in Sheets(form, scale, sets, random))
            {
                foreach (var person in People.All.Where(person => ofSex is null || person.Sex == ofSex))
                {
                    Compare(filled, scale, score, person, reached);
                }
            }
        }

        Library.Packs.SelectMany(pack => pack.Sets).Where(set => set.InstrumentId == id)
            .SelectMany(set => set.Bands.Select(band => (set, band.Id)))
            .Where(each => !reached.Contains(each))
            .Select(each => $"{each.set.PackId} {each.set.ScaleId} {each.set.AppliesTo} {each.Id} was never reached")
            .ShouldBeEmpty();
    }

    private static void Compare(FilledForm filled, ClinicalScale scale, decimal score, Person person, HashSet<(ThresholdSet, string)> reached)
    {
        var scored = filled.Score(person);
        var told = $"{scale.Id} {score} of {person} in {filled}";
        scored.Scales.Single(each => each.Scale.Id == scale.Id).Value.ShouldBe(score, told);
        foreach (var pack in ClinicalForms.Packs)
        {
            var finding = BandOf(Judging.Judge(Library, pack, scored, person), pack, scored, scale.Id);
            (finding?.Band?.Id).ShouldBe(scale.Band(pack, filled.For(scale, person), score), $"{pack}: {told}");
            if (finding?.Set is { } set)
            {
                reached.Add((set, finding.Band!.Id));
                finding.Seriousness.ShouldBe(finding.Band.Seriousness);
            }
        }
    }

    private static Finding? BandOf(Judgement judgement, string pack, Scored scored, string scaleId) =>
        judgement.Findings.SingleOrDefault(finding => finding.Code.StartsWith($"{pack}.{scored.Instrument.Id}.{scaleId}.", StringComparison.Ordinal));

    /// <summary>One sheet for each score to try; where points depend on the sex, one for each sex.</summary>
    private static IEnumerable<(FilledForm Filled, decimal Score, Sex? OfSex)> Sheets(ClinicalForm form, ClinicalScale scale, List<ThresholdSet> sets, Random random)
    {
        var spanned = form.Instrument.FindScale(scale.Id)!;
        Sex?[] sexes = form.Instrument.Items.Any(item => item.Options.Any(option => option.ScoreBySex is not null)) ? [Sex.Male, Sex.Female] : [null];
        foreach (var sex in sexes)
        {
            foreach (var target in spanned.Kind == ScaleKind.Product ? [] : Targets(spanned, sets))
            {
                var filled = TargetSearch.Find(form, scale, target, new Person(sex), random);

                // Beside a cut-off there may be no such score (ASSIST has no 1); at the cut-off there is one.
                (filled is null && sets.Any(set => set.Bands.Any(band => band.From == target || band.To == target)))
                    .ShouldBeFalse($"{form.Instrument.Id} {scale.Id} {target}: no sheet found");
                if (filled is not null)
                {
                    yield return (filled, target, sex);
                }
            }
        }

        // Not every number is the product of two answers: all of them are tried instead.
        foreach (var product in spanned.Kind == ScaleKind.Product ? Products(form) : [])
        {
            yield return (product, scale.Score(product.For(scale, Person.Unknown))!.Value, null);
        }
    }

    private static IEnumerable<decimal> Targets(Scale scale, List<ThresholdSet> sets) =>
        sets.SelectMany(set => set.Bands)
            .SelectMany(band => new[] { band.From - 1, band.From, band.From + 1, band.To - 1, band.To, band.To + 1 })
            .Where(target => target >= scale.Min && target <= scale.Max)
            .Distinct()
            .Order();

    private static IEnumerable<FilledForm> Products(ClinicalForm form) =>
        form.Instrument.Items.Aggregate(
            (IEnumerable<FilledForm>)[FilledForm.Extreme(form, highest: false)],
            (forms, item) => forms.SelectMany(filled => Enumerable.Range(0, item.Options.Length).Select(choice => filled.With(item.LinkId, choice))));
}
