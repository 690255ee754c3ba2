using System.Globalization;
using System.Text.RegularExpressions;

namespace Sbirt.Service.Doctor.Rules;

/// <summary>What a record system reports of the cards it showed.</summary>
internal static partial class FeedbackRules
{
    public static void Check(PlacedValue root, DoctorNotes notes)
    {
        if (root["feedback"] is null)
        {
            notes.Add("feedback-array", root, "「feedback」の配列がありません。", "The \"feedback\" array is missing.");
        }

        foreach (var item in notes.List("feedback-array", root["feedback"]).Where(item => notes.IsObject("feedback-array", item)))
        {
            CheckItem(item, notes);
        }
    }

    private static void CheckItem(PlacedValue item, DoctorNotes notes)
    {
        notes.Text("feedback-card", item, "card");
        var outcome = notes.Word("cds-fb-1", item, "outcome", "accepted", "overridden");
        var accepted = notes.List("cds-fb-2", item["acceptedSuggestions"]);
        if (outcome == "accepted" && accepted.Count == 0)
        {
            notes.Add("cds-fb-2", item, "accepted には「acceptedSuggestions」が要ります。", "With accepted there have to be \"acceptedSuggestions\".");
        }

        foreach (var suggestion in accepted.Where(suggestion => notes.IsObject("cds-fb-2", suggestion)))
        {
            notes.Text("cds-fb-2", suggestion, "id");
        }

        CheckOverride(item, notes);
        if (notes.Text("feedback-time", item, "outcomeTimestamp") is { } time && !IsMoment(time))
        {
            notes.Add(
                "feedback-time",
                item["outcomeTimestamp"]!,
                "「outcomeTimestamp」は 2020-12-11T00:00:00Z のような日時です。",
                "\"outcomeTimestamp\" has to be a date and time such as 2020-12-11T00:00:00Z.");
        }
    }

    private static void CheckOverride(PlacedValue item, DoctorNotes notes)
    {
        if (item["overrideReason"] is not { } why || !notes.IsObject("cds-fb-3", why))
        {
            return;
        }

        if (why["reason"] is null && why["userComment"] is null)
        {
            notes.Add("cds-fb-3", why, "「reason」か「userComment」が要ります。", "There has to be a \"reason\", a \"userComment\" or both.");
        }

        notes.OptionalText("cds-fb-3", why, "userComment");
        if (why["reason"] is { } reason && notes.IsObject("cds-fb-3", reason))
        {
            CardRules.CheckCoding(reason, notes);
        }
    }

    private static bool IsMoment(string text) =>
        Moment().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Moment();
}
