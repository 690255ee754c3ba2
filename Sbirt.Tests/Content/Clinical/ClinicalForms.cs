using System.Collections.Immutable;
using Sbirt.Tests.FhirAdapter;
using Sbirt.Tests.Oracles;
using Xunit;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>Every shipped instrument with its oracles; what an oracle calls a band under the name of our file.</summary>
internal static class ClinicalForms
{
    /// <summary>The packs that a clinic can choose.</summary>
    public static readonly ImmutableArray<string> Packs = ["jp-mhlw", "jp-happy", "who-2001", "us"];

    private static readonly ImmutableHashSet<string> HighestFirst = ["ftnd-1", "ftnd-3"];

    public static ImmutableArray<ClinicalForm> All { get; } =
    [
        .. AlcoholForms.All(),
        .. SubstanceForms.All(),
        .. HealthForms.All(),
    ];

    public static TheoryData<string> Ids => [.. Shipped.Content.Instruments.Instruments.Select(instrument => instrument.Id)];

    public static ClinicalForm Of(string id) => All.Single(form => form.Instrument.Id == id);

    /// <summary>An instrument whose only scale is <c>total</c>, judged alike by every pack.</summary>
    public static ClinicalForm Total(string id, Func<OracleSheet, int?> score, Func<int, string> band) =>
        Form(id, Scale(id, "total", score, (_, _, total) => band(total)));

    public static ClinicalForm Form(string id, params ClinicalScale[] scales) =>
        new(Shipped.Instrument(id), [.. scales], HighestFirst);

    /// <summary>Positions count through the items in their order.</summary>
    public static ClinicalScale Scale(
        string id,
        string scale,
        Func<OracleSheet, int?> score,
        Func<string, OracleSheet, int, string?>? band = null) => new(
            scale,
            Shipped.Instrument(id).Items
                .Select((item, index) => (item.LinkId, Position: index + 1))
                .ToImmutableDictionary(each => each.LinkId, each => ImmutableArray.Create(each.Position)),
            sheet => score(sheet),
            (pack, sheet, value) => Named(band?.Invoke(pack, sheet, (int)value)));

    public static string Positive(bool positive) => positive ? "positive" : "below";

    /// <summary>The oracle's words as ids of our files.</summary>
    private static string? Named(string? band) => band?.Replace(' ', '-');
}
