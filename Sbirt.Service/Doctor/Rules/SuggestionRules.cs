using System.Text.Json;

namespace Sbirt.Service.Doctor.Rules;

/// <summary>A card's suggestions, and how many of them may be chosen or recommended.</summary>
internal static class SuggestionRules
{
    public static void Check(PlacedValue card, DoctorNotes notes)
    {
        var suggestions = notes.List("92", card["suggestions"]).Where(suggestion => notes.IsObject("92", suggestion)).ToArray();
        var behaviour = CheckBehaviour(card, suggestions, notes);
        foreach (var suggestion in suggestions)
        {
            CheckSuggestion(suggestion, notes);
        }

        foreach (var second in suggestions.Where(IsRecommended).Skip(1).Where(_ => behaviour == "at-most-one"))
        {
            notes.Add(
                "cds-resp-1",
                second["isRecommended"]!,
                "at-most-one のとき、推奨できる提案は 1 つまでです。",
                "With at-most-one, only one suggestion can be recommended.");
        }
    }

    private static string? CheckBehaviour(PlacedValue card, PlacedValue[] suggestions, DoctorNotes notes) =>
        card["selectionBehavior"] is null && suggestions.Length == 0
            ? null
            : notes.Word(card["selectionBehavior"] is null ? "93" : "95", card, "selectionBehavior", "at-most-one", "any");

    private static void CheckSuggestion(PlacedValue suggestion, DoctorNotes notes)
    {
        notes.Text("117", suggestion, "label");
        notes.OptionalText("119", suggestion, "uuid");
        if (suggestion["isRecommended"] is { Kind: not (JsonValueKind.True or JsonValueKind.False) } recommended)
        {
            notes.Add("121", recommended, "「isRecommended」は true か false です。", "\"isRecommended\" has to be true or false.");
        }

        if (suggestion["actionSelectionBehavior"] is not null)
        {
            notes.Word("cds-resp-7", suggestion, "actionSelectionBehavior", "all", "any", "at-most-one");
        }

        foreach (var action in notes.List("124", suggestion["actions"]).Where(action => notes.IsObject("124", action)))
        {
            notes.Text("128", action, "description");
            ActionRules.Check(action, notes);
        }
    }

    private static bool IsRecommended(PlacedValue suggestion) => suggestion["isRecommended"]?.Kind == JsonValueKind.True;
}
