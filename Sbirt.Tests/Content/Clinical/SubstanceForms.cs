using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Tests.FhirAdapter;
using Sbirt.Tests.Oracles;
using static Sbirt.Tests.Content.Clinical.ClinicalForms;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>The instruments about drugs, medicines, tobacco and gambling.</summary>
internal static class SubstanceForms
{
    public static ClinicalForm[] All() =>
    [
        Form("dudit", Scale("dudit", "total", DuditOracle.Total, (_, sheet, total) => DuditOracle.Band(total, sheet.Sex) switch
        {
            "problems-likely" => "problems",
            "dependence-likely" => "likely-dependence",
            var band => band,
        })),
        Total("dast-10", DastOracle.Total, DastOracle.Band),
        Form("sds", Scale("sds", "total", SdsOracle.Total, (_, sheet, total) => Positive(sheet.AgeYears is < 65
            ? SdsOracle.IsPositive(total)
            : SdsOracle.IsPositiveInOlderInpatients(total)))),
        Assist(),
        Taps(),
        Nida(),
        Total("cows", CowsOracle.Total, total => CowsOracle.Band(total) is var band && band == "none" ? "minimal" : band),
        Total("ort", OrtOracle.Total, OrtOracle.Band),
        Total("tds", TdsOracle.Total, total => Positive(TdsOracle.Band(total) != "below the criterion") switch
        {
            "positive" => "dependence-likely",
            var band => band,
        }),

        // Deliberate choice: of the two tables in use the packs take the three levels of Japan, and name the other in a note.
        Form(
            "ftnd",
            Scale("ftnd", "total", FtndOracle.Total, (_, _, total) => FtndOracle.Band(total)),
            Scale("ftnd", "hsi", FtndOracle.Hsi, (_, _, hsi) => FtndOracle.HsiBand(hsi))),
        Total("lost", LostOracle.Total, total => Positive(LostOracle.Band(total) != "below")),
        Total("pgsi", PgsiOracle.Total, total => PgsiOracle.Band(total) switch
        {
            "no problem" => "none",
            "low risk" => "low",
            "moderate risk" => "moderate",
            _ => "problem",
        }),
        Total("crafft", CrafftOracle.Total, total => CrafftOracle.Band(total) is var band && band == "zero" ? "none" : band),
    ];

    private static ClinicalForm Assist()
    {
        var items = Shipped.Instrument("assist").Items;
        var used = items.Where(item => item.LinkId.StartsWith("assist-1-", StringComparison.Ordinal)).ToList();
        return Form("assist",
        [
            new ClinicalScale(
                "any-use",
                used.Select((item, index) => (item.LinkId, Position: index + 1))
                    .ToImmutableDictionary(each => each.LinkId, each => ImmutableArray.Create(each.Position)),
                sheet => AnyUse(sheet, used.Count),
                (_, _, value) => value == 0 ? "none" : "used"),
            .. used.Select(item => item.LinkId["assist-1-".Length..]).Select(substance => new ClinicalScale(
                substance,
                items.Where(item => item.LinkId.EndsWith($"-{substance}", StringComparison.Ordinal)).ToImmutableDictionary(
                    item => item.LinkId,
                    item => ImmutableArray.Create(int.Parse(item.LinkId.Split('-')[1], CultureInfo.InvariantCulture))),
                sheet => AssistOracle.Involvement(sheet, substance),
                (_, _, score) => AssistOracle.Band((int)score, substance))),
        ]);
    }

    /// <summary>Ours asks one drinking question for the sex of the person; the oracle knows one for men and one for women.</summary>
    private static ClinicalForm Taps()
    {
        var positions = new Dictionary<string, ImmutableArray<int>>
        {
            ["taps-1-1"] = [1],
            ["taps-1-2"] = [2, 3],
            ["taps-1-3"] = [4],
            ["taps-1-4"] = [5],
        }.ToImmutableDictionary();
        return Form(
            "taps-1",
            new ClinicalScale("any-use", positions, sheet => AnyUse(sheet, 5), (_, sheet, _) => UseFrequencyOracle.TapsPositives(sheet).Count > 0 ? "positive" : "negative"),
            Substance("tobacco", 1, "tobacco"),
            Substance("alcohol", 2, "alcohol"),
            Substance("drugs", 4, "illegal-drugs"),
            Substance("prescription", 5, "prescription-drugs"));

        ClinicalScale Substance(string id, int position, string name) => new(
            id,
            positions,
            sheet => sheet.At(position),
            (_, sheet, _) => UseFrequencyOracle.TapsPositives(sheet).Contains(name) ? "positive" : "never");
    }

    private static ClinicalForm Nida()
    {
        return Form(
            "nida-qs",
            Scale("nida-qs", "any-use", sheet => AnyUse(sheet, 4), (_, sheet, _) => UseFrequencyOracle.NidaPositives(sheet).Count > 0 ? "positive" : "negative"),
            Substance("alcohol", 1, "alcohol"),
            Substance("tobacco", 2, "tobacco"),
            Substance("prescription", 3, "prescription-drugs"),
            Substance("drugs", 4, "illegal-drugs"));

        static ClinicalScale Substance(string id, int position, string name) =>
            Scale("nida-qs", id, sheet => sheet.At(position), (_, sheet, _) => UseFrequencyOracle.NidaPositives(sheet).Contains(name) ? "positive" : "never");
    }

    /// <summary>1 after any answer above the lowest, 0 after none, open otherwise.</summary>
    private static int? AnyUse(OracleSheet sheet, int count) =>
        sheet.Answers.Values.Any(answer => answer > 0) ? 1
        : sheet.Answers.Count == count ? 0
        : null;
}
