using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sbirt.Service.Doctor.Rules;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>Summaries that are too long, words in the wrong case, a choice among one suggestion, contexts of links.</summary>
internal static class CardMends
{
    public static void Apply(JsonObject root, MendingLog log)
    {
        foreach (var card in MendingLog.Objects(root, "cards"))
        {
            Shorten(card, log);
            log.SetCase(card, "indicator", CardRules.Indicators);
            log.SetCase(card, "selectionBehavior", "at-most-one", "any");
            // With one suggestion both behaviours mean the same; with more it is the author's choice.
            if (card["selectionBehavior"] is null && MendingLog.Objects(card, "suggestions").Count() == 1)
            {
                log.Set(card, "selectionBehavior", "at-most-one", "提案が 1 つなので at-most-one を加えました。", "There is one suggestion, so at-most-one was added.");
            }

            foreach (var link in MendingLog.Objects(card, "links"))
            {
                MendLink(link, log);
            }
        }
    }

    /// <summary>Cuts between characters as a reader sees them; the whole sentence goes to the top of the detail.</summary>
    private static void Shorten(JsonObject card, MendingLog log)
    {
        if (MendingLog.TextOf(card, "summary") is not { } summary || summary.EnumerateRunes().Count() < CardRules.SummaryCharacters)
        {
            return;
        }

        var detail = MendingLog.TextOf(card, "detail");
        log.Set(card, "summary", Cut(summary), "要約を 140 文字未満に縮めました。", "The summary was shortened to fewer than 140 characters.");
        log.Set(
            card,
            "detail",
            detail is null ? summary : $"{summary}\n\n{detail}",
            "要約の全文を詳細の先頭に移しました。",
            "The whole summary was put at the top of the detail.");
    }

    private static string Cut(string summary)
    {
        var cut = new StringBuilder();
        var runes = 1;
        var seen = StringInfo.GetTextElementEnumerator(summary);
        while (seen.MoveNext())
        {
            var character = seen.GetTextElement();
            runes += character.EnumerateRunes().Count();
            if (runes >= CardRules.SummaryCharacters)
            {
                break;
            }

            cut.Append(character);
        }

        return cut.Append('…').ToString();
    }

    private static void MendLink(JsonObject link, MendingLog log)
    {
        log.SetCase(link, "type", "absolute", "smart");
        if (link["appContext"] is not { } context)
        {
            return;
        }

        if (MendingLog.TextOf(link, "type") == "absolute")
        {
            log.Remove(link, "appContext", "smart ではないリンクから appContext を除きました。", "appContext was taken off a link that is not smart.");
        }
        else if (context.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array)
        {
            log.Set(link, "appContext", context.ToJsonString(), "appContext を文字列にしました。", "appContext was written as a string.");
        }
    }
}
