using System.Collections.Immutable;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>All items and scales of all instruments by what a foreign form may call them.</summary>
internal sealed class MatchIndex
{
    private readonly Dictionary<(string System, string Code), List<ItemPlace>> byCode = [];
    private readonly Dictionary<string, List<ItemPlace>> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<(string System, string Code), List<ScalePlace>> scales = [];

    internal MatchIndex(ImmutableArray<Instrument> instruments)
    {
        Instruments = instruments;
        foreach (var instrument in instruments)
        {
            foreach (var item in instrument.Items)
            {
                var place = new ItemPlace(instrument, item);
                Add(byCode, (CodeSystems.Items, item.LinkId), place);
                foreach (var code in item.Codes)
                {
                    Add(byCode, (code.System, code.Value), place);
                }

                foreach (var text in new[] { PlainText.Of(item.Text.Ja), PlainText.Of(item.Text.En) })
                {
                    if (text.Length > 0)
                    {
                        Add(byText, text, place);
                    }
                }
            }

            foreach (var scale in instrument.Scales)
            {
                Add(scales, (CodeSystems.Items, Writing.ObservationCodes.ScaleCode(instrument, scale)), new(instrument, scale));
                foreach (var code in scale.Codes)
                {
                    Add(scales, (code.System, code.Value), new(instrument, scale));
                }
            }
        }
    }

    internal ImmutableArray<Instrument> Instruments { get; }

    /// <summary>The items that carry this code.</summary>
    internal IReadOnlyList<ItemPlace> WithCode(Code code) =>
        byCode.TryGetValue((code.System, code.Value), out var places) ? places : [];

    /// <summary>The scales that go out under this code.</summary>
    internal IReadOnlyList<ScalePlace> ScalesWithCode(Code code) =>
        scales.TryGetValue((code.System, code.Value), out var places) ? places : [];

    /// <summary>The items a foreign item may stand for: by code, by text, or by its very own set of answers.</summary>
    internal IReadOnlyList<ItemPlace> CandidatesFor(ForeignItem foreign)
    {
        var places = foreign.Codes.SelectMany(WithCode);
        if (byText.TryGetValue(PlainText.Of(foreign.Text), out var same))
        {
            places = places.Concat(same);
        }

        var candidates = places.Distinct().Where(place => OptionAgreement.Fits(foreign, place.Item)).ToList();
        return candidates.Count > 0 ? candidates : BySetOfAnswers(foreign);
    }

    // Only a set of coded answers that one item of an instrument has to itself says which question it was.
    private List<ItemPlace> BySetOfAnswers(ForeignItem foreign)
    {
        if (foreign.Options.Length < 3)
        {
            return [];
        }

        return [.. Instruments.SelectMany(instrument =>
        {
            var fitting = instrument.Items
                .Where(item => OptionAgreement.SameCodes(foreign, item))
                .Take(2)
                .ToList();
            return fitting.Count == 1 ? [new ItemPlace(instrument, fitting[0])] : Array.Empty<ItemPlace>();
        })];
    }

    private static void Add<TKey, TPlace>(Dictionary<TKey, List<TPlace>> index, TKey key, TPlace place)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var places))
        {
            index[key] = places = [];
        }

        if (!places.Contains(place))
        {
            places.Add(place);
        }
    }
}

/// <summary>An item and the instrument it belongs to.</summary>
internal sealed class ItemPlace(Instrument instrument, Item item) : IEquatable<ItemPlace>
{
    internal Instrument Instrument { get; } = instrument;

    internal Item Item { get; } = item;

    public bool Equals(ItemPlace? other) => other is not null && ReferenceEquals(other.Item, Item);

    public override bool Equals(object? obj) => Equals(obj as ItemPlace);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Item);
}

/// <summary>A scale and the instrument it belongs to.</summary>
internal sealed record ScalePlace(Instrument Instrument, Scale Scale);
