using System.Globalization;

namespace Sbirt.Service.Letters;

/// <summary>What became of the letters, on one screen; nobody is named.</summary>
internal static class LettersPage
{
    public static void Write(TextWriter writer, LettersResult result, string folder)
    {
        string Line(string said, int count) => string.Create(CultureInfo.InvariantCulture, $"  {said,-40}{count,9:N0}");
        writer.WriteLine(Line("persons with findings", result.Persons));
        writer.WriteLine(Line("letters", result.Written));
        writer.WriteLine(Line("printed (PDF)", result.Printed));
        writer.WriteLine(Line("waiting list", result.Waiting));
        foreach (var same in result.NotWritten.GroupBy(each => (each.Reason, Detail: each.Reason == NotWritten.Suppressed ? each.Detail : "")).OrderBy(same => same.Key))
        {
            writer.WriteLine(Line($"no letter: {same.Key.Reason} {same.Key.Detail}".TrimEnd(), same.Count()));
        }

        writer.WriteLine(result.HasConsents
            ? Line("copies to prescribers", result.Copies)
            : "  no copies to prescribers: no consents were given (--consents)");
        if (result.CopiesNotWritten > 0)
        {
            writer.WriteLine(Line("consents without a copy", result.CopiesNotWritten));
            writer.WriteLine("    the institution is in none of the person's findings, the birth date is not in the names file, or a copy is there already");
        }

        foreach (var fault in result.Faults)
        {
            writer.WriteLine($"  ! {fault}");
        }

        if (result.Unprinted is { } why)
        {
            writer.WriteLine($"  ! {why}");
        }

        writer.WriteLine($"  -> {folder}");
    }
}
