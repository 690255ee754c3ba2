using System.Collections.Immutable;

namespace Sbirt.Content.Claims.Counting;

/// <summary>Says of a count what was left out of it, and which signs keep the person from being written to.</summary>
internal sealed class Excluding(SignalRule rule, int signsLookBackMonths)
{
    private readonly SignalExclusions exclusions = rule.Definition.Exclusions;

    /// <param name="wholly">Without what is left out nothing would be said.</param>
    public ClaimFinding Finding(PersonHistory person, PersonFacts all, int month, SignalCount count, bool wholly)
    {
        var excluded = ImmutableArray.CreateBuilder<ClaimExclusion>();
        LeftOut(all, month, excluded);
        var signs = SignsOf(all, month);
        var isExcluded = wholly || count.NotTold is not null;
        foreach (var id in exclusions.Whole.Where(id => (SignalExclusions.Known[id] & signs) != 0))
        {
            isExcluded = true;
            excluded.Add(new ClaimExclusion(id, 0));
        }

        excluded.AddRange(exclusions.OtherMessage.Where(id => (SignalExclusions.Known[id] & signs) != 0).Select(id => new ClaimExclusion(id, 0)));
        if (count.NotTold is { } notTold)
        {
            excluded.Add(notTold);
        }

        return new ClaimFinding(
            person.Person,
            Months.Written(month),
            rule.Definition.Id,
            count.Status,
            count.Value,
            count.Threshold,
            [.. count.Evidence],
            excluded.ToImmutable(),
            isExcluded)
        {
            Arithmetic = count.Arithmetic,
            RestsOnEstimate = count.RestsOnEstimate,
        };
    }

    private void LeftOut(PersonFacts all, int month, ImmutableArray<ClaimExclusion>.Builder excluded)
    {
        var first = month - rule.MonthsShown + 1;
        var leaving = rule.LeavingOut;
        var marked = leaving.MarkedClaims(all);
        bool IsIn(int each) => each >= first && each <= month;
        var reasons = all.Claims.Where(claim => rule.Looks(claim) && IsIn(Months.NumberOf(claim.Month))).Select(claim => leaving.ReasonOf(claim))
            .Concat(all.Dispensings.Where(fact => rule.Looks(fact) && IsIn(Months.NumberOf(fact.Date))).Select(fact => leaving.ReasonOf(fact)))
            .Concat(all.Diseases.Where(disease => rule.Looks(disease) && IsIn(Months.NumberOf(disease.Month))).Select(disease => leaving.ReasonOf(disease, marked)))
            .OfType<string>()
            .ToLookup(reason => reason);
        excluded.AddRange(exclusions.LeaveOut.Where(reasons.Contains).Select(id => new ClaimExclusion(id, reasons[id].Count())));
    }

    private ClaimSigns SignsOf(PersonFacts all, int month)
    {
        var signs = ClaimSigns.None;
        foreach (var claim in all.Claims)
        {
            var at = Months.NumberOf(claim.Month);
            signs |= at <= month && at > month - signsLookBackMonths ? claim.Signs : ClaimSigns.None;
        }

        return signs;
    }
}
