using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments.Evaluation;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments;

/// <summary>
/// A screening instrument as its YAML file tells it: items, options with scores, scales, limits of use,
/// codes and licence. Adding one is adding a file, never code.
/// </summary>
/// <param name="Id">Kebab-case name, also the FHIR id, e.g. <c>audit-c</c>.</param>
/// <param name="Version">Version of our file; a response to another version is never scored.</param>
/// <param name="Topic">What the person's difficulty is about; picks scripts and places.</param>
/// <param name="GramsPerDrink">Grams of pure alcohol one "drink" of the items means; null when no drinks are counted.</param>
/// <param name="Introduction">Our own words before the first item (linted), not part of the validated text.</param>
/// <param name="Codes">Verified codes of the whole form (panel), never invented.</param>
/// <param name="Uncertainties">What is not settled (design of the form, wording, cut-off), shown to the user.</param>
public sealed record Instrument(
    string Id,
    string Version,
    Localized Title,
    Localized Purpose,
    Topic Topic,
    Licence Licence,
    Use Use,
    decimal? GramsPerDrink,
    Localized? Introduction,
    ImmutableArray<Code> Codes,
    ImmutableArray<Item> Items,
    ImmutableArray<Scale> Scales,
    ImmutableArray<ForeignForm> ForeignForms,
    ImmutableArray<Localized> Uncertainties,
    ImmutableArray<Source> Sources)
{
    private InstrumentPlan? plan;

    /// <summary>The canonical URL of the Questionnaire published from this file.</summary>
    public string Canonical => $"{CodeSystems.Base}/Questionnaire/{Id}";

    /// <summary>The item with this linkId, or null.</summary>
    public Item? Find(string linkId) => Items.FirstOrDefault(item => item.LinkId == linkId);

    /// <summary>The item that carries this code, or null.</summary>
    public Item? FindByCode(string system, string code) =>
        Items.FirstOrDefault(item => item.Codes.Any(each => each.Value == code && each.System == system));

    /// <summary>The scale with this id; the file's check guarantees those that packs name.</summary>
    public Scale? FindScale(string scaleId) => Scales.FirstOrDefault(scale => scale.Id == scaleId);

    /// <summary>Our own code of one of its scores, unique among all instruments.</summary>
    public Code ScoreCode(Scale scale) => new(CodeSystems.Items, $"{Id}-score-{scale.Id}");

    /// <summary>What scoring looks up, worked out once; a copy made by <c>with</c> works out its own.</summary>
    internal InstrumentPlan Plan
    {
        get => plan is { } made && ReferenceEquals(made.Instrument, this) ? made : plan = new InstrumentPlan(this, []);
        set => plan = value;
    }

    /// <summary>A file is one instrument: two are equal only when they are the same one.</summary>
    public bool Equals(Instrument? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}

/// <summary>What the person's difficulty is about.</summary>
public enum Topic
{
    Alcohol,
    AlcoholWithdrawal,
    Medicines,
    Drugs,
    OpioidWithdrawal,
    Tobacco,
    Gambling,
    Distress,
    Suicidality,

    /// <summary>Several substances in one form; each scale names its own topic.</summary>
    Substances,
}

/// <summary>Where a fact or wording was taken from.</summary>
/// <param name="Cite">Author, title, year or page, as a reader would look it up.</param>
/// <param name="Certainty">How sure the fact is: seen in the source, general knowledge, or open.</param>
public sealed record Source(string Cite, Certainty Certainty);

/// <summary>How sure a fact is; what is not <see cref="Seen"/> is shown as uncertain.</summary>
public enum Certainty
{
    /// <summary>Read in the named source.</summary>
    Seen,

    /// <summary>Common professional knowledge, the source was not opened.</summary>
    Known,

    /// <summary>Not settled, or sources disagree.</summary>
    Open,
}

/// <summary>Who holds the text, on what terms, and what of it is shipped in each language.</summary>
public sealed record Licence(string Holder, string Terms, WordingStatus Ja, WordingStatus En);

/// <summary>What the wording of an instrument's items is, in one language.</summary>
public enum WordingStatus
{
    /// <summary>The published wording, quoted exactly.</summary>
    Published,

    /// <summary>Our own translation, where the terms allow one: shown as a reference (参考訳), not validated.</summary>
    Reference,

    /// <summary>Not shipped: codes and scores only, until a clinic that holds permission supplies the text.</summary>
    NotShipped,
}

/// <summary>For whom and how an instrument may be used.</summary>
/// <param name="SelfCompletion">False: only a clinician may enter answers (ASSIST is not validated for self-completion).</param>
public sealed record Use(int? MinAge, int? MaxAge, bool SelfCompletion, Localized Period);
