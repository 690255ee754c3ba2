using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.Service.Charts;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Pages;
using static Sbirt.Service.Claims.Report.ScanReportWords;

namespace Sbirt.Service.Claims.Report;

/// <summary>The report in one language, from what matters first to how it was counted.</summary>
internal sealed class ScanReportPage(ScanResult result, ScanCounts counts, ExclusionCodes exclusions, Language language)
{
    private const int MostUnreconciled = 20;

    private readonly PageParts parts = new(language);
    private readonly FindingPictures pictures = new(result, counts, language);

    public Html Head() => new Html().Add($"""
        <h1>{Say(Title)}</h1>
        <p>{Time()}</p>
        <p class="soft">{Say(result.Preset.Title)}</p>

        """);

    public Html Main() => new Html().Add(
        $"<p class=\"lead\">{Say(Lead)}</p>\n{Overview()}{pictures.Found(parts)}{pictures.BySexAndAge(parts)}{pictures.ByMonth(parts)}{pictures.Distribution(parts)}{LeftOut()}{Reading()}{HowCounted()}");

    private Html Overview()
    {
        var texts = result.Read.ToList();
        return parts.Section("overview", ScanReportWords.Overview, parts.Numbers(
        [
            (PersonsSeen, Number(result.Persons)),
            (ClaimsRead, Number(texts.Sum(text => text.Claims))),
            (InMonths, Number(result.Tally.InWindow)),
            (ReachedAny, Number(texts.Sum(text => text.RefusedClaims))),
        ]).Add($"<p class=\"note\">{Say(SmallCells)}</p>\n"));
    }

    private Html LeftOut()
    {
        var inside = new Html();
        if (result.Preset.Signals.All(signal => result.Tally.Persons(signal.Id, FindingOutcome.Excluded) == 0))
        {
            return parts.Section("left-out", ScanReportWords.LeftOut, inside.Add($"<p>{Say(NobodyLeftOut)}</p>\n"));
        }

        inside.Add($"<p>{Say(LeftOutNote)}</p>\n");
        foreach (var signal in result.Preset.Signals.Where(signal => result.Tally.Persons(signal.Id, FindingOutcome.Excluded) > 0))
        {
            inside.Add($"<h3>{Say(signal.Words.Title)}</h3>\n");
            inside.Add(counts.Reasons(signal.Id) is { } told
                ? (FormattableString)$"{parts.Table($"{Say(Reason)}: {Say(signal.Words.Title)}", [new(Say(Reason), false), new(Say(ScanReportWords.Persons))], told.Reasons.Select((reason, row) => new[] { Say(exclusions.NameOf(reason)), FindingPictures.Shown(told.Counts[row]) }), [Say(AllAges), FindingPictures.Shown(told.Counts.Total)])}"
                : (FormattableString)$"<p class=\"soft\">{Say(TooFew)}</p>\n");
        }

        return parts.Section("left-out", ScanReportWords.LeftOut, inside);
    }

    private Html Reading()
    {
        var texts = result.Read.ToList();
        var unreconciled = texts.SelectMany(text => text.Unreconciled).ToList();
        var inside = parts.Table(Say(ClaimsRead), [new(Say(Kind), false), new(Say(Count))], Enum.GetValues<ClaimKind>().Select(kind => new[] { Say(Of(kind)), Number(result.Tally.ClaimsOf(kind)) }), [Say(InMonths), Number(result.Tally.InWindow)])
            .Add($"<p>{Say(OtherMonths(result.Tally.OutsideWindow))}{(language == Language.En ? " " : "")}{Say(Twice(result.Duplicates))}</p>\n")
            .Add($"<p>{Say(ScanReportWords.Arithmetic(result.Parts.Sum(part => part.Arithmetic.Compared), result.Parts.Sum(part => part.Arithmetic.Agreed)))}</p>\n");
        if (unreconciled.Count == 0)
        {
            inside.Add($"<p class=\"ok\">{Say(Reconciled)}</p>\n");
        }
        else
        {
            inside.Add($"<p class=\"note\">{Say(Unreconciled(unreconciled.Count))}{(unreconciled.Count > MostUnreconciled ? " (summary.json)" : "")}</p>\n");
            inside.Add($"{parts.Table(
                Say(Unreconciled(unreconciled.Count)),
                [new(Say(ScanReportWords.File), false), new(Say(Line)), new(Say(Stated)), new(Say(ScanReportWords.Read)), new(Say(ScanReportWords.Refused)), new(Say(StatedPoints)), new(Say(ScanReportWords.Points))],
                unreconciled.Take(MostUnreconciled).Select(each => new[]
                {
                    Path.GetFileName(result.Texts.FileOf(each.File)), Number(result.Texts.LineOf(new ClaimPlace(each.File, each.Line))), Number(each.Stated), Number(each.Claims), Number(each.Refused), Number(each.StatedPoints), Number(each.Points),
                }))}");
        }

        var refused = result.Parts.SelectMany(part => part.Refused).Where(line => line.Line > 0 || line.Reason != PartReading.NoClaimFile || !texts.Exists(text => text.Number == line.File && result.Texts.IsBeside(text)))
            .GroupBy(line => line.Reason).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).ToList();
        inside.Add(refused.Count == 0 && result.Unopened == 0
            ? (FormattableString)$"<p class=\"ok\">{Say(NothingRefused)}</p>\n"
            : (FormattableString)$"{parts.Table(Say(RefusedReasons), [new(Say(Reason), false), new(Say(Count))], refused.Select(same => new[] { Say(RefusalNames.Of(same.Key)), Number(same.Count()) }))}<p class=\"soft\">{Say(RefusedNote)}</p>\n");
        return parts.Section("reading", ScanReportWords.Reading, inside);
    }

    private Html HowCounted()
    {
        var inside = new Html().Add($"<p>{Say(Version(result.Preset.Id, result.Preset.Version))}</p>\n<p class=\"note\">{Say(result.Preset.Note)}</p>\n");
        foreach (var signal in result.Preset.Signals)
        {
            inside.Add($"<article class=\"rule\"><h3>{Say(signal.Words.Title)}</h3>\n<p>{Say(signal.Words.Explanation)}</p>\n");
            if (signal.Note is { } note)
            {
                inside.Add($"<p class=\"note\">{Say(note)}</p>\n");
            }

            inside.Add($"{parts.Table(
                $"{Say(Limit)}: {Say(signal.Words.Title)}",
                [new(Say(Limit), false), new(Say(Value)), new(Say(ScanReportWords.From), false), new(Say(ScanReportWords.Source), false)],
                signal.Limits.OrderByDescending(each => each.Key == "threshold").ThenByDescending(each => each.Key == "approachFrom").ThenBy(each => each.Key, StringComparer.Ordinal)
                    .Select(each => new[] { Say(OfLimit(each.Key)), Figure.Text(each.Value.Value), each.Value.Source.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SourceOf(each.Value.Source) }))}</article>\n");
        }

        return parts.Section("how", ScanReportWords.HowCounted, inside);
    }

    private string SourceOf(Citation source) => source.Certainty switch
    {
        Certainty.Open => $"[{Say(PageWords.Open)}] {source.Cite}",
        Certainty.Known => $"[{Say(PageWords.Known)}] {source.Cite}",
        _ => source.Cite,
    };

    private string Time() => result.Options.Months == 1
        ? FindingWriter.MonthText(result.Options.Month)
        : $"{FindingWriter.MonthText(result.Options.FirstMonth)} – {FindingWriter.MonthText(result.Options.Month)}";

    private string Say(Localized text) => parts.Say(text);

    private static string Number(long number) => ChartFrame.Number(number);
}
