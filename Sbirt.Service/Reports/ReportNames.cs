using Sbirt.Content;
using Sbirt.Content.Cards;
using Sbirt.Content.Languages;
using Sbirt.Service.CdsHooks;

namespace Sbirt.Service.Reports;

/// <summary>What services, kinds of cards and coded reasons are called in a report.</summary>
internal sealed class ReportNames(ContentLibrary content, HookCatalogue catalogue, Language language)
{
    public Language Language => language;

    public string Service(string id) => catalogue.Find(id)?.Title.In(language) ?? id;

    /// <summary>A card about medicines is of the kind of the rule that leads it.</summary>
    public string Kind(string id) =>
        (content.Medicines.Rules.FirstOrDefault(rule => rule.Id == id)?.Title ?? content.Counting.NameOf(id)).In(language);

    public string Reason(string code) => code switch
    {
        ReasonCount.NotTold => ReportWords.ReasonNotTold.In(language),
        ReasonCount.Other => ReportWords.ReasonOther.In(language),
        _ => content.Prompts.OverrideReasons.FirstOrDefault(reason => reason.Code == code)?.Display.In(language) ?? code,
    };

    public string Verdict(RetirementVerdict verdict) => ReportWords.Of(verdict).In(language);

    /// <summary>Seconds as one would say them; two units at most.</summary>
    public string Time(decimal seconds)
    {
        const int Minute = 60;
        const int Hour = 60 * Minute;
        const int Day = 24 * Hour;
        var whole = (long)Math.Round(seconds, MidpointRounding.AwayFromZero);
        return whole switch
        {
            < Minute => Say(whole, "秒", "s"),
            < Hour => Two(whole / Minute, "分", "min", whole % Minute, "秒", "s"),
            < Day => Two(whole / Hour, "時間", "h", whole % Hour / Minute, "分", "min"),
            _ => Two(whole / Day, "日", "d", whole % Day / Hour, "時間", "h"),
        };
    }

    private string Two(long large, string largeJa, string largeEn, long small, string smallJa, string smallEn) =>
        small == 0
            ? Say(large, largeJa, largeEn)
            : Say(large, largeJa, largeEn) + (language == Language.En ? " " : "") + Say(small, smallJa, smallEn);

    private string Say(long number, string ja, string en) =>
        language == Language.En ? FormattableString.Invariant($"{number} {en}") : FormattableString.Invariant($"{number}{ja}");
}
