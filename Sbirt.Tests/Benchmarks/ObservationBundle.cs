using System.Globalization;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.Tests.Benchmarks;

/// <summary>A bundle of screening Observations with some Japanese text, the payload of the speed figures.</summary>
internal static class ObservationBundle
{
    public static byte[] Of(int count) => FhirJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", "Bundle");
        writer.WriteString("type", "collection");
        writer.WriteStartArray("entry");
        for (var i = 0; i < count; i++)
        {
            writer.WriteRawValue(Entry(i));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static string Entry(int i)
    {
        var n = i.ToString("D4", CultureInfo.InvariantCulture);
        var day = ((i % 28) + 1).ToString("D2", CultureInfo.InvariantCulture);
        return $$$$"""
            {"fullUrl":"urn:uuid:5f1c1b1e-0000-4000-8000-00000000{{{{n}}}}","resource":{"resourceType":"Observation",
            "id":"obs-{{{{n}}}}","status":"final","category":[{"coding":[{
            "system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"survey"}]}],
            "code":{"coding":[{"system":"http://loinc.org","code":"75626-2",
            "display":"Total score [AUDIT-C]"}],"text":"飲酒スクリーニング（AUDIT-C）合計点"},
            "subject":{"reference":"Patient/p{{{{n}}}}","display":"患者 {{{{n}}}}"},
            "effectiveDateTime":"2026-03-{{{{day}}}}T09:30:00+09:00","issued":"2026-03-{{{{day}}}}T09:31:12.5+09:00",
            "valueQuantity":{"value":{{{{i % 13}}}}.0,"unit":"点","system":"http://unitsofmeasure.org","code":"{score}"}}}
            """.ReplaceLineEndings(string.Empty);
    }
}
