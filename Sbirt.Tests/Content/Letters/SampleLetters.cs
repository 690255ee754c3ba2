using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Letters;

namespace Sbirt.Tests.Content.Letters;

/// <summary>Letters to nobody, with the sample's own contacts.</summary>
internal static class SampleLetters
{
    public const string Token = "ABCD-EFGH-JKLM";

    public static LetterPages Pages { get; } = LetterPages.LoadShipped();

    public static string Yaml { get; } = File.ReadAllText(Repository.PathOf("docs", "samples", "letters", "letters.yaml"));

    public static LetterSettings Settings { get; } = Read(Yaml).Settings!;

    public static Addressee Hanako { get; } = new("見本　花子", "540-0008", "大阪府大阪市中央区大手前一丁目2番3号", "見本マンション大手前 101号室");

    public static (LetterSettings? Settings, List<ContentFault> Faults) Read(string yaml)
    {
        var faults = new List<ContentFault>();
        return (LetterSettingsReader.Read(new ContentFile("letters.yaml", yaml), faults), faults);
    }

    public static LetterFinding Finding(SignalKind kind, decimal value, int month = 202701, SignalStatus status = SignalStatus.Reached, bool isInCare = false, params ImmutableArray<string> institutions) =>
        new(month, kind, status, value, institutions, [new Localized("エチゾラム 30日分", "etizolam, 30 days")], isInCare);

    /// <summary>One finding of every kind, one of them in several months.</summary>
    public static ImmutableArray<LetterFinding> Everything { get; } =
    [
        Finding(SignalKind.ClaimsPerMonth, 18, institutions: ["2711234567", "2711234568", "2731234567", "2741234567", "2741234568"]),
        Finding(SignalKind.ClaimsPerMonth, 17, month: 202612),
        Finding(SignalKind.ClaimsPerMonth, 15, month: 202610),
        .. Enum.GetValues<SignalKind>().Where(kind => kind != SignalKind.ClaimsPerMonth)
            .Select(kind => Finding(kind, 11 + (int)kind, month: kind == SignalKind.EarlyRefill ? 202611 : 202701, institutions: ["2711234567", "2711234568"])),
    ];

    public static Letter To(Addressee? addressee, ImmutableArray<LetterFinding> findings, params ImmutableArray<Language> languages) =>
        new("0001", new DateOnly(2027, 3, 1), findings, addressee, Token, IsPlain: false) { Languages = languages.IsEmpty ? [Language.Ja] : languages };

    public static string Html(Letter letter, LetterSettings? settings = null) => Pages.Set(letter, settings ?? Settings)!.Html;

    /// <summary>What a reader reads, a line for each block.</summary>
    public static string Words(string html) =>
        string.Join('\n', WebText.Spoken(html[html.IndexOf("<body>", StringComparison.Ordinal)..]).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";
}
