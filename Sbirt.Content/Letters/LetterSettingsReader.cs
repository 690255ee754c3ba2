using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Letters;

/// <summary>Reads the payer's <c>letters.yaml</c>; what is missing is named with its line and never filled in.</summary>
public sealed partial class LetterSettingsReader
{
    private const int Places = 2;
    private readonly ContentReader reader;

    private LetterSettingsReader(ContentFile file) => reader = new ContentReader(file);

    /// <summary>The settings, or null with at least one fault added.</summary>
    public static LetterSettings? Read(ContentFile file, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(faults);
        var reading = new LetterSettingsReader(file);
        var settings = reading.reader.Read<LetterSettingsShape>() is { } shape ? reading.Settings(shape) : null;
        reading.reader.Faults.ToList().ForEach(faults.Add);
        return reading.reader.Faults.Count > 0 ? null : settings;
    }

    private LetterSettings Settings(LetterSettingsShape shape) => new(
        Sender(shape),
        Address(shape),
        PlacesOf(shape),
        shape.Message is null ? null : Text(shape.Message, shape.Line, "message"),
        ShowsMedicines(shape),
        (shape.Envelope is { } own ? EnvelopeReader.Read(reader, own) : null) ?? EnvelopeReader.Naga3());

    private LetterSender Sender(LetterSettingsShape shape)
    {
        if (shape.Sender is not { } sender)
        {
            reader.Fault(1, "`sender` is missing: a letter says who writes.", "Write `sender:` with name, postal, address, telephone and hours.");
            return new LetterSender(new("", ""), "", new("", ""), "", new("", ""));
        }

        return new LetterSender(
            Text(sender.Name, sender.Line, "name"),
            Postal(sender),
            Text(sender.Address, sender.Line, "address"),
            Telephone(sender.Telephone, sender.Line),
            Text(sender.Hours, sender.Line, "hours"));
    }

    private ImmutableArray<LetterPlace> PlacesOf(LetterSettingsShape shape)
    {
        if (shape.Places is not { Count: Places } places)
        {
            reader.Fault(shape.Places is [var first, ..] ? first.Line : 1, $"A letter names {Places} places to talk; `places` holds {shape.Places?.Count ?? 0}.", "Write two entries with name, about, telephone and hours.");
            return [];
        }

        return [.. places.Select(place => new LetterPlace(
            Text(place.Name, place.Line, "name"),
            Text(place.About, place.Line, "about"),
            Telephone(place.Telephone, place.Line),
            Text(place.Hours, place.Line, "hours")))];
    }

    private Uri Address(LetterSettingsShape shape)
    {
        if (Uri.TryCreate(shape.OptOutUrl, UriKind.Absolute, out var url) && url is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" })
        {
            return url;
        }

        reader.Fault(
            shape.Line,
            shape.OptOutUrl is null ? "`optOutUrl` is missing: whoever wants no letter must be able to say so." : "`optOutUrl` is no plain https address.",
            "Write `optOutUrl: https://…` of your own page, without ? and #.");
        return new Uri("https://missing.example/");
    }

    private bool ShowsMedicines(LetterSettingsShape shape)
    {
        if (shape.MedicineNames is { } switched)
        {
            reader.Need(switched.ReviewedBy, switched.Line, "reviewedBy");
            reader.NeedDate(switched.Reviewed, switched.Line, "reviewed");
        }

        return shape.MedicineNames is not null;
    }

    private Localized Text(LocalizedText? text, int line, string key)
    {
        var both = reader.NeedText(text, line, key);
        if (both.Ja.Length > RenderLimits.ValueChars || both.En.Length > RenderLimits.ValueChars)
        {
            reader.Fault(text?.Line ?? line, $"`{key}` is longer than {RenderLimits.ValueChars} characters.", "Say it in fewer words: the letter is read by someone who did not ask for it.");
        }

        return both;
    }

    private string Postal(LetterSenderShape sender)
    {
        var postal = reader.Need(sender.Postal, sender.Line, "postal");
        if (postal.Length > 0 && !PostalCode().IsMatch(postal))
        {
            reader.Fault(sender.Line, "`postal` is no postal code.", "Write it as \"540-0000\".");
        }

        return postal;
    }

    private string Telephone(string? written, int line)
    {
        var telephone = reader.Need(written, line, "telephone");
        if (telephone.Length > 0 && !TelephoneNumber().IsMatch(telephone))
        {
            reader.Fault(line, "`telephone` is no telephone number.", "Write it as \"06-0000-0000\", in double quotes.");
        }

        return telephone;
    }

    [GeneratedRegex("^[0-9]{3}-[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"^[#+]?[0-9][0-9 ()\-]{2,18}$", RegexOptions.CultureInvariant)]
    private static partial Regex TelephoneNumber();
}
