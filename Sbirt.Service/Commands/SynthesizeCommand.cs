using System.CommandLine;
using System.Globalization;
using Sbirt.Service.Claims.Synthesis;

namespace Sbirt.Service.Commands;

/// <summary><c>synthesize claims</c>: made-up claim files to try the scan on. Exit 0 written, 1 failure.</summary>
internal static class SynthesizeCommand
{
    private const int Failure = 1;

    private static readonly Option<int> Members = new("--members")
    {
        Description = "Persons insured, the planted ones among them.",
        Required = true,
    };

    private static readonly Option<int> Months = new("--months") { Description = "Months of care.", DefaultValueFactory = _ => 1 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "The same seed gives the same bytes.", Required = true };
    private static readonly Option<string> First = new("--month") { Description = "First month of care, YYYY-MM.", DefaultValueFactory = _ => "2026-01" };
    private static readonly Option<DirectoryInfo> Out = new("--out") { Description = "Folder to write into; it must be empty or not exist.", Required = true };
    private static readonly Option<string> Form = new("--form")
    {
        Description = "provider: a file for each institution and month; payer: a file for each kind and month.",
        DefaultValueFactory = _ => "provider",
    };

    public static Command Create()
    {
        Within(Members, SynthesisOrder.LeastMembers, SynthesisOrder.MostMembers);
        Within(Months, 1, SynthesisOrder.MostMonths);
        First.Validators.Add(given =>
        {
            if (MonthOf(given.GetValueOrDefault<string>()) is not (>= SynthesisOrder.EarliestMonth and <= SynthesisOrder.LatestMonth))
            {
                given.AddError("--month is a month such as 2026-01, from 2021-04 on (before, claims had no branch number).");
            }
        });
        Form.AcceptOnlyFromAmong("provider", "payer");
        var claims = new Command("claims", "Made-up claim files (medical, DPC, dental, dispensing) with planted persons, listed in planted.csv.")
        {
            Members, Months, Seed, First, Form, Out,
        };
        claims.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return new Command("synthesize", "Makes up data to try things on.") { claims };
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var order = new SynthesisOrder(
            parsed.GetValue(Members),
            parsed.GetValue(Months),
            MonthOf(parsed.GetValue(First))!.Value,
            parsed.GetValue(Seed),
            parsed.GetValue(Out)!.FullName,
            parsed.GetValue(Form) == "payer" ? SynthesisForm.Payer : SynthesisForm.Provider);
        try
        {
            var report = ClaimSynthesis.Write(order, cancellation);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Claims} made-up claims of {report.Members} persons, {report.Planted} of them planted, in {order.Folder} ({report.Bytes} bytes)"));
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(fault.Message);
        }
        catch (OperationCanceledException)
        {
            parsed.InvocationConfiguration.Error.WriteLine("Stopped. What was begun is removed.");
        }

        return Failure;
    }

    private static void Within(Option<int> option, int least, int most) => option.Validators.Add(given =>
    {
        if (given.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
        {
            given.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is from {least} to {most}."));
        }
    });

    private static int? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (month.Year * 100) + month.Month : null;
}
