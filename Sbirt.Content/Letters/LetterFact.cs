using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Letters;

/// <summary>One line of a letter: the newest count of a kind, and the same count in other months.</summary>
/// <param name="Split">Every place is known to be a clinic or a pharmacy.</param>
/// <param name="Medicines">Empty for counts of claims and visits.</param>
internal sealed record LetterFact(
    SignalKind Kind,
    bool IsApproaching,
    int Month,
    decimal Value,
    int Institutions,
    int Pharmacies,
    bool Split,
    ImmutableArray<Localized> Medicines,
    ImmutableArray<(int Month, decimal Value)> OtherMonths)
{
    /// <summary>都道府県, 点数表 and 医療機関コード: ten digits, of which the third is 4 for a pharmacy.</summary>
    private const int CodeLength = 10;

    /// <summary>A kind at most once, whatever number of months it was found in; the newest month first.</summary>
    public static ImmutableArray<LetterFact> Of(IEnumerable<LetterFinding> findings) =>
    [
        .. from finding in findings
           group finding by finding.Kind into same
           let newestFirst = same.OrderByDescending(each => each.Month).ThenByDescending(each => each.Value).ToList()
           let fact = Of(newestFirst)
           orderby fact.Month descending, fact.Kind
           select fact,
    ];

    private static LetterFact Of(List<LetterFinding> newestFirst)
    {
        var newest = newestFirst[0];
        var pharmacies = newest.Institutions.Count(code => code.Length == CodeLength && code[2] == '4');
        var isAboutMedicines = newest.Kind is not (SignalKind.ClaimsPerMonth or SignalKind.VisitsOneInstitution or SignalKind.InstitutionsSameDisease);
        return new LetterFact(
            newest.Kind,
            newest.Status == SignalStatus.Approaching,
            newest.Month,
            newest.Value,
            newest.Institutions.Length - pharmacies,
            pharmacies,
            newest.Institutions.Length > 0 && newest.Institutions.All(code => code.Length == CodeLength),
            isAboutMedicines ? [.. newest.What.Distinct()] : [],
            [.. newestFirst.Skip(1).Where(each => each.Month != newest.Month).DistinctBy(each => each.Month).Select(each => (each.Month, each.Value))]);
    }
}
