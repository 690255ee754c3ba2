using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Letters;

/// <summary><c>letters.yaml</c> as it is written.</summary>
internal sealed class LetterSettingsShape : Located
{
    public LetterSenderShape? Sender { get; set; }

    public string? OptOutUrl { get; set; }

    public List<LetterPlaceShape>? Places { get; set; }

    public LocalizedText? Message { get; set; }

    public MedicineNamesShape? MedicineNames { get; set; }

    public EnvelopeShape? Envelope { get; set; }
}

internal sealed class LetterSenderShape : Located
{
    public LocalizedText? Name { get; set; }

    public string? Postal { get; set; }

    public LocalizedText? Address { get; set; }

    public string? Telephone { get; set; }

    public LocalizedText? Hours { get; set; }
}

internal sealed class LetterPlaceShape : Located
{
    public LocalizedText? Name { get; set; }

    public LocalizedText? About { get; set; }

    public string? Telephone { get; set; }

    public LocalizedText? Hours { get; set; }
}

internal sealed class MedicineNamesShape : Located
{
    public string? ReviewedBy { get; set; }

    public string? Reviewed { get; set; }
}

internal sealed class WindowShape : Located
{
    public string? Left { get; set; }

    public string? Top { get; set; }

    public string? Width { get; set; }

    public string? Height { get; set; }
}

/// <summary>An envelope of <c>envelopes.yaml</c>, or the payer's own.</summary>
internal sealed class EnvelopeShape : Located
{
    public LocalizedText? Name { get; set; }

    public string? Width { get; set; }

    public string? Height { get; set; }

    public string? Fold { get; set; }

    public WindowShape? Window { get; set; }

    public List<SourceEntry>? Sources { get; set; }
}

internal sealed class EnvelopesShape : Located
{
    public string? Version { get; set; }

    public Dictionary<string, EnvelopeShape> Envelopes { get; set; } = [];
}

/// <summary><c>letter-words.yaml</c> as it is written.</summary>
internal sealed class LetterWordsShape : Located
{
    public string? Version { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public Dictionary<string, LocalizedText> Texts { get; set; } = [];

    public Dictionary<string, LetterFactShape> Facts { get; set; } = [];
}

internal sealed class LetterFactShape : Located
{
    public LocalizedText? Said { get; set; }

    public LocalizedText? Short { get; set; }
}
