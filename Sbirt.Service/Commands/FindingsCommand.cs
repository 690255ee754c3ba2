using System.CommandLine;
using System.Globalization;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Findings;

namespace Sbirt.Service.Commands;

/// <summary>
/// <c>findings annotate|withdraw|restore|history</c>: what is decided about findings, kept in the data folder and respected
/// by later scans and letters. Exit 0 done, 1 failure.
/// </summary>
internal static class FindingsCommand
{
    private const int Done = 0;
    private const int Failure = 1;

    /// <param name="clock">Tells the day of a decision that names none.</param>
    public static Command Create(TimeProvider clock)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the key of pseudonyms and the history.", DefaultValueFactory = _ => new DirectoryInfo("sbirt-data") };
        return new Command("findings", "What is decided about findings of scans; persons by the pseudonym that findings show.")
        {
            Deciding("annotate", FindingAct.Annotate, "Adds a remark to findings.", clock, data),
            Deciding("withdraw", FindingAct.Withdraw, "Withdraws findings: later scans show them as withdrawn, and no letter comes of them.", clock, data),
            Deciding("restore", FindingAct.Restore, "Undoes a withdrawal; for a whole person also that no letter is sent.", clock, data),
            Telling(data),
        };
    }

    private static Command Deciding(string name, FindingAct act, string description, TimeProvider clock, Option<DirectoryInfo> data)
    {
        var targets = new Argument<string[]>("DIR|PERSON…")
        {
            Description = "Persons; or the folder of a scan and persons in it; or a folder alone: every finding of that scan.",
            Arity = ArgumentArity.OneOrMore,
        };
        var month = new Option<string?>("--month") { Description = "Only findings of this month, e.g. 2026-09." };
        var signal = new Option<string?>("--signal") { Description = "Only findings of this signal." };
        var reason = new Option<string>("--reason") { Description = "Why, in your words; no names.", Required = true };
        var date = new Option<string?>("--date") { Description = "The day it was decided, e.g. 2026-11-30; today when not told." };
        var by = new Option<string>("--by") { Description = "Who decided.", DefaultValueFactory = _ => "" };
        var command = new Command(name, description) { targets, month, signal, reason, date, by, data };
        command.SetAction(parsed => Run(parsed, () =>
        {
            var day = parsed.GetValue(date) is { } told
                ? DecisionLine.DayOf(told) ?? throw new FindingFaultException("--date is written as 2026-11-30.")
                : DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            var months = parsed.GetValue(month) is { } asked
                ? DecisionLine.MonthOf(asked) ?? throw new FindingFaultException("--month is written as 2026-09.")
                : (int?)null;
            var targeted = FindingTargets.Of(parsed.GetValue(targets)!, months, parsed.GetValue(signal));
            var decisions = targeted.Select(target => new FindingDecision(act, target.Person, target.Month, target.Signal, parsed.GetValue(reason)!.Trim(), day, parsed.GetValue(by)!.Trim())).ToList();
            if (decisions[0].Reason.Length == 0)
            {
                throw new FindingFaultException("--reason is empty. Say why, so that it can be understood later.");
            }

            FindingHistory.Open(parsed.GetValue(data)!.FullName).Add(decisions);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {decisions.Count:N0} kept in the history; scans and letters from now on respect it."));
        }));
        return command;
    }

    private static Command Telling(Option<DirectoryInfo> data)
    {
        var persons = new Argument<string[]>("PERSON") { Description = "Whose history is told.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("history", "Tells every decision about persons, oldest first.") { persons, data };
        command.SetAction(parsed => Run(parsed, () =>
        {
            var history = FindingHistory.Open(parsed.GetValue(data)!.FullName);
            foreach (var person in parsed.GetValue(persons)!)
            {
                foreach (var decision in history.Of(person))
                {
                    parsed.InvocationConfiguration.Output.WriteLine(Told(decision));
                }
            }
        }));
        return command;
    }

    private static string Told(FindingDecision decision)
    {
        var about = $"{(decision.Month is { } month ? FindingWriter.MonthText(month) : "every month")}, {decision.Signal ?? "every signal"}";
        var until = decision.Until is { } last ? string.Create(CultureInfo.InvariantCulture, $" until {last:yyyy-MM-dd}") : "";
        var by = decision.By.Length > 0 ? $" ({decision.By})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{decision.Date:yyyy-MM-dd}  {decision.Person}  {decision.Act.ToString().ToLowerInvariant(),-9} {about}{until}: {decision.Reason}{by}");
    }

    private static int Run(ParseResult parsed, Action work)
    {
        try
        {
            work();
            return Done;
        }
        catch (Exception fault) when (fault is FindingFaultException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(fault.Message);
            return Failure;
        }
    }
}
