using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;
using static Sbirt.Content.Handouts.Escaping;

namespace Sbirt.Content.Letters;

/// <summary>
/// Sets letters, copies and the reply form as whole HTML documents, styles inside, nothing fetched. Every text is held
/// against the wording rules after it is set; a letter with a fault is not to be sent.
/// </summary>
public sealed class LetterPages
{
    // The margin of the page in letter.hbs, in millimetres.
    private const double MarginLeft = 15;
    private const double MarginTop = 12;
    private const double BelowWindow = 3;

    // Of a text that speaks of medicines, the wording rules ask for the sentence about stopping suddenly.
    private const string SpeaksOfMedicines = "medicines-information";

    private readonly LetterWords words;
    private readonly WordingLint lint;
    private readonly FrozenDictionary<string, CompiledTemplate> layouts;

    private LetterPages(LetterWords words, WordingLint lint, FrozenDictionary<string, CompiledTemplate> layouts)
    {
        this.words = words;
        this.lint = lint;
        this.layouts = layouts;
    }

    /// <summary>The shipped texts and layouts; throws <see cref="ContentFaultException"/> naming every fault.</summary>
    public static LetterPages LoadShipped()
    {
        var faults = new List<ContentFault>();
        return Load([.. ContentFile.Embedded("Letters"), .. ContentFile.Embedded("Letters", ".hbs")], faults) ?? throw new ContentFaultException(faults);
    }

    /// <summary>The texts and layouts of these files, or null with at least one fault added.</summary>
    public static LetterPages? Load(IReadOnlyList<ContentFile> files, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        var renderer = new TemplateRenderer(FrozenDictionary<string, string>.Empty);
        var layouts = new Dictionary<string, CompiledTemplate>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Path.EndsWith(".hbs", StringComparison.Ordinal)))
        {
            try
            {
                layouts[Path.GetFileNameWithoutExtension(file.Path)] = renderer.Compile(file.Text);
            }
            catch (TemplateException exception)
            {
                faults.Add(new ContentFault(file.Path, 1, $"The layout cannot be rendered: {exception.Message}", "Use only the values that the shipped layout uses."));
            }
        }

        var words = LetterWords.Read(files.Single(file => file.Path == LetterWords.Path), faults);
        return faults.Count > 0 ? null : new LetterPages(words!, WordingLint.LoadShipped(), layouts.ToFrozenDictionary());
    }

    /// <summary>A letter in each of its languages; null when its address does not fit into the window.</summary>
    public LetterSheet? Set(Letter letter, LetterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(settings);
        var articles = new List<(Language Language, string Html)>();
        foreach (var language in letter.Languages)
        {
            var values = Values(letter, settings, language);
            if (AddressOf(letter, settings, language) is not { } address)
            {
                return null;
            }

            values["addressHtml"] = string.Concat([.. address.Sender.Select(line => $"<small>{ForHtml(line)}</small>"), .. address.Lines.Select(line => $"<span>{ForHtml(line)}</span>")]);
            values["addressPoints"] = Written(address.Points);
            articles.Add((language, layouts["letter-body"](values)));
        }

        return Sheet(articles, settings.Envelope);
    }

    /// <summary>The copy for a prescriber, in the first of the letter's languages.</summary>
    public LetterSheet Set(PrescriberCopy copy, LetterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(settings);
        var language = copy.Letter.Languages[0];
        var values = Values(copy.Letter, settings, language);
        values["copyConsentHtml"] = words.Html(
            "copyConsent",
            language,
            ("name", ForHtml(copy.Letter.Addressee!.Name)),
            ("birth", LetterDates.Day(copy.Birth, language)),
            ("institution", ForHtml(copy.Institution)),
            ("consentDate", LetterDates.Day(copy.Consented, language)));
        return Sheet([(language, layouts["copy-body"](values))], settings.Envelope);
    }

    /// <summary>The page to which the code of a letter leads, for the payer's own web server.</summary>
    public string ReplyForm(LetterSettings settings, Language language)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return layouts["reply-form"](SenderValues(settings, language));
    }

    private AddressBlock? AddressOf(Letter letter, LetterSettings settings, Language language)
    {
        var sender = letter.IsPlain ? null : settings.Sender.Name.In(language);
        return letter.Addressee is { } addressee
            ? AddressBlock.Of(settings.Envelope.Seen, WebText.Plain(words.Html("honorific", language, ("name", ForHtml(addressee.Name)))), addressee, sender)
            : AddressBlock.Of(settings.Envelope.Seen, $"{WebText.Plain(words.Html("yourNumber", language))} {letter.Number}", new Addressee("", "", "", ""), sender);
    }

    private LetterSheet Sheet(List<(Language Language, string Html)> articles, Envelope envelope)
    {
        var first = articles[0].Language;
        var (seen, maySee) = (envelope.Seen, envelope.MaySee);
        var html = layouts["letter"](new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["lang"] = LanguageTag.Of(first),
            ["title"] = words.Html("title", first),
            ["headHeight"] = Written(maySee.Bottom - MarginTop + BelowWindow),
            ["windowLeft"] = Written(seen.Left - MarginLeft),
            ["windowTop"] = Written(seen.Top - MarginTop),
            ["windowWidth"] = Written(seen.Width),
            ["windowHeight"] = Written(seen.Height),
            ["fromLeft"] = Written(maySee.Right - MarginLeft + BelowWindow),
            ["senderPoints"] = Written(AddressBlock.SmallPoints),
            ["articles"] = string.Join('\n', articles.Select(article => article.Html)),
        });
        return new LetterSheet(html, [.. articles.SelectMany(article => lint.Check(WebText.Spoken(article.Html), article.Language, "letter", WordingKind.Whole, SpeaksOfMedicines))]);
    }

    private Dictionary<string, object> Values(Letter letter, LetterSettings settings, Language language)
    {
        var facts = LetterFact.Of(letter.Findings);
        var reply = new Uri(settings.ReplyUrl, $"#{letter.ReplyToken}").AbsoluteUri;
        var values = SenderValues(settings, language);
        values["date"] = LetterDates.Day(letter.Written, language);
        values["whoWritesHtml"] = words.Html("whoWrites", language, ("sender", values["sender"]));
        values["messageHtml"] = settings.Message is { } message ? $"<p>{ForHtml(message.In(language))}</p>" : "";
        values["monthHeadingHtml"] = words.Html("monthHeading", language, ("month", LetterDates.Month(facts[0].Month, language)));
        values["factsHtml"] = string.Concat(facts.Select(fact => $"<li>{(fact.Month == facts[0].Month ? "" : words.Html("inMonth", language, ("month", LetterDates.Month(fact.Month, language))) + " ")}{Said(fact, language, settings.ShowsMedicines)}</li>"));
        values["inCare"] = letter.Findings.Any(finding => finding.IsInCare);
        values["placesHtml"] = string.Concat(settings.Places.Select(place => $"<li><p><b>{ForHtml(place.Name.In(language))}</b></p><p>{ForHtml(place.About.In(language))}</p><p class=\"tel\">{values["telephone"]} {ForHtml(place.Telephone)}</p><p class=\"soft\">{values["hours"]} {ForHtml(place.Hours.In(language))}</p></li>"));
        values["token"] = ForHtml(letter.ReplyToken);
        values["qrSvg"] = QrCode.Svg(reply, words.Html("qrTitle", language));
        return values;
    }

    private Dictionary<string, object> SenderValues(LetterSettings settings, Language language) => new(words.Plain(language), StringComparer.Ordinal)
    {
        ["lang"] = LanguageTag.Of(language),
        ["sender"] = ForHtml(settings.Sender.Name.In(language)),
        ["senderPostal"] = ForHtml(settings.Sender.Postal),
        ["senderAddress"] = ForHtml(settings.Sender.Address.In(language)),
        ["senderTelephone"] = ForHtml(settings.Sender.Telephone),
        ["senderHours"] = ForHtml(settings.Sender.Hours.In(language)),
        ["replyUrl"] = ForHtml(settings.ReplyUrl.AbsoluteUri),
    };

    private string Said(LetterFact fact, Language language, bool showsMedicines)
    {
        var said = words.Html(
            $"{fact.Kind}",
            language,
            ("value", Figure(fact.Value)),
            ("institutions", Figure(fact.Institutions)),
            ("pharmacies", Figure(fact.Pharmacies)),
            ("split", fact.Split),
            ("places", fact.Split && fact.Institutions > 1),
            ("approaching", fact.IsApproaching));
        var medicines = showsMedicines && fact.Medicines.Length > 0
            ? words.Html("medicinesNamed", language, ("list", Listed(fact.Medicines.Select(what => ForHtml(what.In(language))), language)))
            : "";
        var others = fact.OtherMonths.Select(other => $"{LetterDates.Month(other.Month, language)} {words.Html($"{fact.Kind} short", language, ("value", Figure(other.Value)))}");
        var earlier = fact.OtherMonths.Length > 0 ? words.Html("earlier", language, ("list", Listed(others, language))) : "";
        return said + string.Concat(new[] { medicines, earlier }.Where(more => more.Length > 0).Select(more => $"<span class=\"more\">{more}</span>"));
    }

    private static string Listed(IEnumerable<string> items, Language language) => string.Join(language == Language.En ? ", " : "、", items);

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Written(double millimetres) => millimetres.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A document ready to print, and what its wording does wrong; with a fault it is not to be written.</summary>
public sealed record LetterSheet(string Html, ImmutableArray<WordingFault> Faults);
