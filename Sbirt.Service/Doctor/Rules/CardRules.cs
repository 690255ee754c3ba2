namespace Sbirt.Service.Doctor.Rules;

/// <summary>One card: summary, indicator, source, links, override reasons and suggestions.</summary>
internal static class CardRules
{
    /// <summary>A summary has fewer characters than this (row 83).</summary>
    public const int SummaryCharacters = 140;

    public static readonly string[] Indicators = ["info", "warning", "critical"];

    public static void Check(PlacedValue card, DoctorNotes notes)
    {
        notes.OptionalText("80", card, "uuid");
        if (notes.Text("83", card, "summary") is { } summary && summary.EnumerateRunes().Count() >= SummaryCharacters)
        {
            notes.Add("83", card["summary"]!, "要約は 140 文字未満です。", "A summary has fewer than 140 characters.");
        }

        notes.OptionalText("85", card, "detail");
        notes.Word(card["indicator"] is null ? "87" : "88", card, "indicator", Indicators);
        CheckSource(card, notes);
        foreach (var reason in notes.List("98", card["overrideReasons"]).Where(reason => notes.IsObject("98", reason)))
        {
            CheckCoding(reason, notes);
            notes.Text("100", reason, "display");
        }

        foreach (var link in notes.List("103", card["links"]).Where(link => notes.IsObject("103", link)))
        {
            CheckLink(link, notes);
        }

        SuggestionRules.Check(card, notes);
    }

    /// <summary>A Coding names its code and its system (rows 216 and 217).</summary>
    public static void CheckCoding(PlacedValue coding, DoctorNotes notes)
    {
        notes.Text("216", coding, "code");
        notes.Text("217", coding, "system");
    }

    private static void CheckSource(PlacedValue card, DoctorNotes notes)
    {
        if (card["source"] is not { } source)
        {
            notes.Add("90", card, "「source」がありません。", "\"source\" is missing.");
            return;
        }

        if (!notes.IsObject("90", source))
        {
            return;
        }

        notes.Text("105", source, "label");
        foreach (var (row, name) in new[] { ("107", "url"), ("111", "icon") }.Where(field => source[field.Item2] is not null))
        {
            notes.Url(row, source, name);
        }

        if (source["topic"] is { } topic && notes.IsObject("115", topic))
        {
            CheckCoding(topic, notes);
        }
    }

    private static void CheckLink(PlacedValue link, DoctorNotes notes)
    {
        notes.Text("138", link, "label");
        notes.Url("139", link, "url");
        var type = notes.Word(link["type"] is null ? "141" : "142", link, "type", "absolute", "smart");
        notes.OptionalText("144", link, "appContext");
        if (type == "absolute" && link["appContext"] is { } context)
        {
            notes.Add("147", context, "「appContext」は smart のリンクだけに付けます。", "\"appContext\" belongs to smart links only.");
        }
    }
}
