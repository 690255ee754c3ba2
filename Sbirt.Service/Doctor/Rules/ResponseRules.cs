namespace Sbirt.Service.Doctor.Rules;

/// <summary>What a service answers: cards (rows 74 and 80 to 147) and system actions.</summary>
internal static class ResponseRules
{
    public static void Check(PlacedValue root, DoctorNotes notes)
    {
        if (root["cards"] is null)
        {
            notes.Add("74", root, "「cards」の配列がありません。", "The \"cards\" array is missing.");
        }

        foreach (var card in notes.List("74", root["cards"]).Where(card => notes.IsObject("74", card)))
        {
            CardRules.Check(card, notes);
        }

        foreach (var action in notes.List("75", root["systemActions"]).Where(action => notes.IsObject("75", action)))
        {
            ActionRules.Check(action, notes);
        }
    }
}
