using System.Collections.Immutable;
using Sbirt.Content.Claims.Counting;

namespace Sbirt.Content.Claims;

/// <summary>Which facts of a person a condition is about.</summary>
public enum CandidateFacts
{
    Dispensings,
    Diseases,
}

/// <summary>
/// What must hold of a person's facts before a signal can say anything: necessary and cheap, for a store that hands over
/// only those of whom it holds. Signals about claims have none: claims are handed over of everybody.
/// </summary>
/// <param name="Looked">Medicines that count, by ingredient (-1: none of the table) and form; empty for diseases.</param>
/// <param name="MinSupply">And their days at least.</param>
/// <param name="InWindow">Only facts of the months of findings count.</param>
/// <param name="Least">So many facts.</param>
/// <param name="Institutions">From so many institutions, one that is not told among them.</param>
/// <param name="MonthsApart">So many months between the first and the last of them.</param>
public sealed record CandidateCondition(
    CandidateFacts Facts,
    ImmutableArray<(int Ingredient, IntakeForm Form)> Looked,
    int MinSupply,
    bool InWindow,
    int Least,
    int Institutions,
    int MonthsApart)
{
    /// <summary>Null: the signal is about claims.</summary>
    internal static CandidateCondition? Of(SignalRule rule, int ingredients)
    {
        var definition = rule.Definition;
        CandidateCondition Medicines(int least, int institutions = 1, bool inWindow = false, int monthsApart = 0) => new(
            CandidateFacts.Dispensings, LookedAt(rule, ingredients), definition.Optional(LimitNames.MinDays) ?? int.MinValue, inWindow, least, institutions, monthsApart);

        int Said() => definition.ApproachFrom is { } from && from < definition.Threshold ? from : definition.Threshold;

        return definition.Kind switch
        {
            SignalKind.ClaimsPerMonth or SignalKind.VisitsOneInstitution => null,
            SignalKind.InstitutionsSameDisease => new(CandidateFacts.Diseases, [], int.MinValue, true, Said(), Said(), 0),
            SignalKind.SameDrugSeveralInstitutions => Medicines(Said(), Said()),
            SignalKind.ManyDrugs => Medicines(Said(), definition.Optional(LimitNames.MinInstitutions) ?? 1, inWindow: true),
            SignalKind.PsychotropicPolypharmacy => Medicines(LimitNames.FeeRule.Min(definition.Need), inWindow: true),
            SignalKind.BzOverlap => Medicines(2, institutions: 2),
            SignalKind.BzContinuous => Medicines(2, monthsApart: Said()),
            SignalKind.EarlyRefill => Medicines(Said() + 1),
            // One supply may reach over the end of a month.
            SignalKind.DoseTrend => Medicines(1),
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    // The rule itself is asked, with facts that lack nothing else.
    private static ImmutableArray<(int, IntakeForm)> LookedAt(SignalRule rule, int ingredients) =>
    [
        .. from ingredient in Enumerable.Range(-1, ingredients + 1)
           from form in Enum.GetValues<IntakeForm>()
           where rule.Looks(new DispensingFact(DateOnly.MaxValue, true, default, ingredient, form, 1, int.MaxValue, 0, ShortCode.Of("1")!.Value, default, default))
           select (ingredient, form),
    ];
}
