using Sbirt.Tests.Oracles;
using static Sbirt.Tests.Content.Clinical.ClinicalForms;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>The instruments about mood, distress and suicidality.</summary>
internal static class HealthForms
{
    public static ClinicalForm[] All() =>
    [
        Total("phq-2", Phq2Oracle.Total, total => Positive(Phq2Oracle.Band(total) == "positive")),
        Form(
            "phq-9",
            Scale("phq-9", "total", Phq9Oracle.Total, (_, _, total) => Phq9Oracle.Band(total)),
            Scale("phq-9", "phq-2", Phq2Oracle.Total)),
        Total("gad-7", Gad7Oracle.Total, Gad7Oracle.Band),
        Total("k6", K6Oracle.Total, total => K6Oracle.Band(total) switch
        {
            "little" => "low",
            "mild strain" => "stress",
            "severe distress" => "severe",
            var band => band,
        }),
        Form("c-ssrs", Scale("c-ssrs", "triage", CssrsOracle.Triage, (_, _, triage) => CssrsOracle.Band(triage))),
    ];
}
