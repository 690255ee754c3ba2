using System.Globalization;
using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>The conditions of signals in SQL, each about all rows of one person in one table.</summary>
internal sealed record CandidateSql(string Dispensings, string Diseases)
{
    public static CandidateSql Of(SignalScan signals, int fromMonth, int toMonth)
    {
        var conditions = signals.Conditions;
        return new CandidateSql(
            Any(conditions.Where(each => each.Facts == CandidateFacts.Dispensings).Select(each => Of(each, "source", MonthsOfDays(each, fromMonth, toMonth)))),
            Any(conditions.Where(each => each.Facts == CandidateFacts.Diseases).Select(each => Of(each, "institution", MonthsOf(each, fromMonth, toMonth)))));
    }

    private static string Any(IEnumerable<string> conditions) =>
        string.Join(" OR ", conditions.Distinct(StringComparer.Ordinal).Select(each => $"({each})").DefaultIfEmpty("count() = 0"));

    private static string Of(CandidateCondition condition, string institution, string window)
    {
        var looked = string.Join(" AND ", ((string[])[Medicines(condition), window]).Where(part => part.Length > 0).DefaultIfEmpty("1"));
        var having = string.Create(CultureInfo.InvariantCulture, $"countIf({looked}) >= {condition.Least}");
        if (condition.Institutions > 1)
        {
            having += string.Create(CultureInfo.InvariantCulture, $" AND uniqExactIf({institution}, {looked}) >= {condition.Institutions}");
        }

        if (condition.MonthsApart > 0)
        {
            having += string.Create(CultureInfo.InvariantCulture, $" AND {MonthNumber($"maxIf(day, {looked})")} - {MonthNumber($"minIf(day, {looked})")} >= {condition.MonthsApart}");
        }

        return having;
    }

    private static string Medicines(CandidateCondition condition) => condition.Facts != CandidateFacts.Dispensings ? "" : string.Join(" OR ", condition.Looked
        .GroupBy(each => each.Ingredient, each => (int)each.Form)
        .GroupBy(each => string.Join(", ", each.Order()), each => each.Key)
        .Select(same => string.Create(CultureInfo.InvariantCulture, $"(form IN ({same.Key}) AND ingredient IN ({string.Join(", ", same)}))"))) is { Length: > 0 } any
            ? string.Create(CultureInfo.InvariantCulture, $"({any}) AND supply >= {condition.MinSupply}")
            : "0";

    private static string MonthsOf(CandidateCondition condition, int from, int to) =>
        condition.InWindow ? string.Create(CultureInfo.InvariantCulture, $"month >= {from} AND month <= {to}") : "";

    private static string MonthsOfDays(CandidateCondition condition, int from, int to) =>
        condition.InWindow ? string.Create(CultureInfo.InvariantCulture, $"day >= {from}00 AND day <= {to}99") : "";

    private static string MonthNumber(string day) => $"(intDiv({day}, 10000) * 12 + intDiv({day}, 100) % 100)";
}
