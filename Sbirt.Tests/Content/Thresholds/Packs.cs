using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.Content.Instruments;
using Shouldly;

namespace Sbirt.Tests.Content.Thresholds;

/// <summary>A small instrument (two items, 0-6, and an estimate in grams) and packs written in the tests themselves.</summary>
internal static class Packs
{
    public const string Bands = """
            bands:
              - { id: low, from: 0, to: 2, seriousness: none, label: { ja: 低, en: Lower }, action: { ja: 情報, en: Information }, intervention: info }
              - { id: middle, from: 3, to: 4, seriousness: moderate, label: { ja: 中, en: Middle }, action: { ja: 声かけ, en: Talk }, intervention: brief }
              - { id: high, from: 5, to: 6, seriousness: high, label: { ja: 高, en: High }, action: { ja: つなぐ, en: Hand over }, intervention: refer, handOver: true }

        """;

    public const string Strict = """
            bands:
              - { id: low, from: 0, to: 1, seriousness: none, label: { ja: 低, en: Lower }, action: { ja: 情報, en: Information }, intervention: info }
              - { id: high, from: 2, to: 6, seriousness: high, label: { ja: 高, en: High }, action: { ja: つなぐ, en: Hand over }, intervention: refer, handOver: true }

        """;

    public const string Form = """
        items:
          - { linkId: probe-1, text: { ja: 一, en: One }, answers: points }
          - { linkId: probe-2, text: { ja: 二, en: Two }, answers: points }
          - { linkId: probe-3, text: { ja: 三, en: Three }, answers: yesno, enabledWhen: { any: [ { item: probe-1, atLeast: 1 } ] } }
        scales:
          - { id: total, main: true, title: { ja: 合計, en: Total }, items: [ probe-1, probe-2 ] }
          - { id: grams, kind: product, factor: 2.5, decimals: 1, title: { ja: 量, en: Amount }, items: [ probe-1, probe-2 ] }

        """;

    public static InstrumentLibrary Instruments { get; } = InstrumentLibrary.Load([Yaml.File(Form)]);

    public static Instrument Probe { get; } = Instruments.Instruments.Single();

    public static ContentFile Pack(string id, string body, string links = "") => new(
        $"Thresholds/{id}.yaml",
        $$"""
        id: {{id}}
        version: "1.0.0"
        title: { ja: 試し, en: Trial }
        effective: 2024-04-01
        {{links}}
        {{body}}
        """);

    /// <summary>A set of the total; the body begins on line 6 of the pack.</summary>
    public static string Set(string bands = Bands, string? appliesTo = null, string scale = "total") => $$"""
          - instrument: probe
            scale: {{scale}}
            {{(appliesTo is null ? "" : $"appliesTo: {appliesTo}")}}
            sources: [ { cite: made up, certainty: known } ]
        {{bands}}
        """;

    public static string Modifier(string rest) => $$"""
          - instrument: probe
            title: { ja: 旗, en: Flag }
            action: { ja: 見る, en: Look }
            sources: [ { cite: made up, certainty: known } ]
            {{rest}}

        """;

    public static ThresholdLibrary Load(params ContentFile[] files) => ThresholdLibrary.Load(files, Instruments);

    public static IReadOnlyList<ContentFault> Faults(params ContentFile[] files) =>
        Should.Throw<ContentFaultException>(() => Load(files)).Faults;
}
