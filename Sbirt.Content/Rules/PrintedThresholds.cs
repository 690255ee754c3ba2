using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;

namespace Sbirt.Content.Rules;

/// <summary>Prints the cut-offs of a threshold pack: its bands, and the rules beside them.</summary>
internal static class PrintedThresholds
{
    public static RuleChapter Chapter(ThresholdPack pack, InstrumentLibrary instruments) => new(
        pack.Id,
        pack.Title,
        [
            .. pack.Sets.Select(set => Set(pack, set, instruments.Find(set.InstrumentId)!)),
            .. pack.Modifiers.Select(modifier => Modifier(pack, modifier, instruments.Find(modifier.InstrumentId)!)),
        ]);

    private static PrintedRule Set(ThresholdPack pack, ThresholdSet set, Instrument instrument)
    {
        var scale = instrument.Scales.First(scale => scale.Id == set.ScaleId);
        var (about, key) = (People(set.AppliesTo), PeopleId(set.AppliesTo));
        return new PrintedRule(
            $"{pack.Id}/{set.InstrumentId}/{set.ScaleId}{key}",
            pack.Version,
            new Localized(
                $"{instrument.Title.Ja}: {scale.Title.Ja}{about.Ja}",
                $"{instrument.Title.En}: {scale.Title.En}{about.En}"),
            set.Effective,
            [.. set.Bands.Select(band => new PrintedCutOff(band.Label, scale.Unit.StartsWith('{') ? band.Span : $"{band.Span} {scale.Unit}"))],
            set.Sources,
            set.Note);
    }

    private static PrintedRule Modifier(ThresholdPack pack, Modifier modifier, Instrument instrument)
    {
        var about = People(modifier.AppliesTo);
        return new PrintedRule(
            $"{pack.Id}/{modifier.InstrumentId}/{modifier.Id}{PeopleId(modifier.AppliesTo)}",
            pack.Version,
            new Localized($"{instrument.Title.Ja}: {modifier.Title.Ja}{about.Ja}", $"{instrument.Title.En}: {modifier.Title.En}{about.En}"),
            modifier.Effective,
            [new PrintedCutOff(Looked(modifier), modifier.CutOff)],
            modifier.Sources,
            modifier.Note);
    }

    private static Localized Looked(Modifier modifier)
    {
        if (modifier.ScaleId is { } scale)
        {
            return new Localized(scale, scale);
        }

        var items = string.Join(", ", modifier.On);
        return modifier.Test switch
        {
            ModifierTest.Any => new Localized($"いずれか: {items}", $"any of: {items}"),
            ModifierTest.Each => new Localized($"すべて: {items}", $"each of: {items}"),
            _ => new Localized($"合計: {items}", $"sum of: {items}"),
        };
    }

    private static Localized People(AppliesTo people)
    {
        var words = Words(people).ToImmutableArray();
        return words.IsEmpty
            ? new Localized("", "")
            : new Localized(
                $"({string.Join("、", words.Select(word => word.Ja))})",
                $" ({string.Join(", ", words.Select(word => word.En))})");
    }

    private static IEnumerable<Localized> Words(AppliesTo people)
    {
        if (people.Sex is { } sex)
        {
            yield return sex == Sex.Male ? new("男性", "men") : sex == Sex.Female ? new("女性", "women") : new("その他", "other");
        }

        if (people.MinAge is { } from)
        {
            yield return new($"{from}歳以上", $"from {from} years");
        }

        if (people.MaxAge is { } to)
        {
            yield return new($"{to}歳まで", $"up to {to} years");
        }

        if (people.Pregnant is { } pregnant)
        {
            yield return pregnant ? new("妊娠中", "pregnant") : new("妊娠していない", "not pregnant");
        }
    }

    private static string PeopleId(AppliesTo people) => string.Concat(
        people.Sex is { } sex ? $"/{sex.ToString().ToLowerInvariant()}" : "",
        people.MinAge is { } from ? $"/from-{Figure.Text(from)}" : "",
        people.MaxAge is { } to ? $"/to-{Figure.Text(to)}" : "",
        people.Pregnant is { } pregnant ? pregnant ? "/pregnant" : "/not-pregnant" : "");
}
