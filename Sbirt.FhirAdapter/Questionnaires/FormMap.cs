using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>What each linkId of a form means to us: the form may be ours, or somebody else's.</summary>
/// <param name="Canonical">The form's own URL.</param>
/// <param name="Instruments">Those asked in it; a form's answers become one sheet for each.</param>
/// <param name="Notices">What differs in the form itself, reported with every response to it.</param>
internal sealed record FormMap(
    string Canonical,
    bool Foreign,
    ImmutableArray<Instrument> Instruments,
    IReadOnlyDictionary<string, FormItem> Items,
    ImmutableArray<Issue> Notices)
{
    /// <summary>For one of our own forms, its questions in their order; empty for a foreign one.</summary>
    internal ImmutableArray<OwnQuestion> Questions { get; init; } = [];

    /// <summary>The instrument in its own words.</summary>
    internal static FormMap Ours(Instrument instrument)
    {
        var items = new Dictionary<string, FormItem>(StringComparer.Ordinal);
        foreach (var item in instrument.Items)
        {
            items[item.LinkId] = new FormItem.Question(0, item, []);
        }

        foreach (var scale in instrument.Scales)
        {
            items[Writing.ObservationCodes.ScaleCode(instrument, scale)] = new FormItem.Score(0, scale.Id, null);
        }

        return new FormMap(instrument.Canonical, false, [instrument], items.ToFrozenDictionary(StringComparer.Ordinal), [])
        {
            Questions = [.. items.Values.OfType<FormItem.Question>().Select(question => new OwnQuestion(question))],
        };
    }
}

/// <summary>What one linkId of a form means.</summary>
internal abstract record FormItem
{
    private FormItem()
    {
    }

    /// <summary>A question of the instrument whose sheet has this index.</summary>
    internal sealed record Question(int Sheet, Item Item, ImmutableArray<FormOption> Options) : FormItem;

    /// <summary>A computed total; the code is the one the form gives it.</summary>
    internal sealed record Score(int Sheet, string? ScaleId, Code? Code) : FormItem;

    /// <summary>Asks whether the person is pregnant: a fact that cut-offs depend on.</summary>
    internal sealed record Pregnancy : FormItem;
}

/// <summary>A foreign option and the option of ours it stands for; null: none.</summary>
internal sealed record FormOption(
    string? System,
    string Code,
    string? Display,
    ImmutableArray<decimal> Weights,
    Option? Match);
