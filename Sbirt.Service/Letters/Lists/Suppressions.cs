using System.Collections.Immutable;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters.Names;

namespace Sbirt.Service.Letters.Lists;

/// <summary>Whom the payer writes to under no circumstances (<c>--suppress</c>), by pseudonym or by insured number.</summary>
internal sealed class Suppressions
{
    private static readonly ImmutableArray<string> Reasons = ["dv", "opt-out", "deceased", "other"];
    private static readonly ImmutableArray<string> Headings = ["person", "insurer", "symbol", "number", "branch", "reason", "date", "until"];

    private readonly Dictionary<string, FindingDecision> byPerson = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(InsuredNumber Insured, FindingDecision Decision)>> byHousehold = new(StringComparer.Ordinal);

    /// <exception cref="LettersFaultException">A line cannot be used: nobody is written to before the list is right.</exception>
    /// <param name="namesAreKnown">Only then can insured numbers be matched.</param>
    public static Suppressions Read(string path, bool namesAreKnown)
    {
        var list = new Suppressions();
        foreach (var row in CsvTable.Read(path, ["reason", "date"], Headings).Rows)
        {
            if (!Reasons.Contains(row["reason"]))
            {
                throw row.Fault($"`reason` is one of: {string.Join(", ", Reasons)}.");
            }

            var insured = new InsuredNumber(row["insurer"], row["symbol"], row["number"], row["branch"]);
            if (row["person"].Length == 0 && !insured.IsTold)
            {
                throw row.Fault("the line names nobody. Write `person`, or `insurer` and `number` (with `symbol` and `branch` as far as they are known).");
            }

            if (row["person"].Length == 0 && !namesAreKnown)
            {
                throw row.Fault("the line names somebody by insured number, which only a names file tells. Give it with --names, so that nobody on this list is written to.");
            }

            var decision = new FindingDecision(FindingAct.NoLetter, row["person"], null, null, row["reason"], row.Day("date"), "", row.DayOrNone("until"));
            list.Add(insured, decision);
        }

        return list;
    }

    /// <summary>The line a person stands on that still holds on a day; null: none.</summary>
    public FindingDecision? Of(string person, NamedPerson? named, DateOnly day)
    {
        bool Holds(FindingDecision decision) => decision.Until is null || decision.Until >= day;
        if (byPerson.TryGetValue(person, out var own) && Holds(own))
        {
            return own;
        }

        var found = named is { Insured.IsTold: true } && byHousehold.TryGetValue(named.Insured.Household, out var household)
            ? household.Find(each => each.Insured.MayBe(named.Insured) && Holds(each.Decision)).Decision
            : null;
        return found is null ? null : found with { Person = person };
    }

    private void Add(InsuredNumber insured, FindingDecision decision)
    {
        if (decision.Person.Length > 0 && (!byPerson.TryGetValue(decision.Person, out var before) || EndsLater(decision, before)))
        {
            byPerson[decision.Person] = decision;
        }

        if (insured.IsTold)
        {
            if (!byHousehold.TryGetValue(insured.Household, out var household))
            {
                byHousehold[insured.Household] = household = [];
            }

            household.Add((insured, decision));
        }
    }

    private static bool EndsLater(FindingDecision one, FindingDecision other) =>
        other.Until is { } end && (one.Until is null || one.Until > end);
}
