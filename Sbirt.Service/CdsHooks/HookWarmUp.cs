using System.Text;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Prefetch;
using Sbirt.Service.Screening;

namespace Sbirt.Service.CdsHooks;

/// <summary>
/// Decides about one made-up patient with both services before anything listens, so that the first doctor does not wait
/// for code to be compiled or medicines to be read. Nothing is stored and nothing is on record.
/// </summary>
internal static class HookWarmUp
{
    private const string Head = """{"hook":"patient-view","hookInstance":"warm-up","context":{"patientId":"1"},"prefetch":{"answers":{"resourceType":"Bundle","type":"searchset","entry":[{"resource":""";
    private const string Tail = "}]}}}";

    public static void Run(IServiceProvider services)
    {
        var sample = Head + SampleSheet.Json + Tail;
        var reading = FhirJson.Read(Encoding.UTF8.GetBytes(sample), JsonLimits.Bundles);
        using var document = ((Reading<FhirDocument>.Ok)reading).Value;
        var request = ((Reading<HookRequest>.Ok)HookRequestReader.Read(document.Root, ["patient-view"])).Value;
        var found = PrefetchValue.Read(request.Prefetch, "answers", "QuestionnaireResponse?patient=1").Resources;
        var (record, nothing) = (PatientRecord.Of(request.PatientId, found)!, PatientRecord.Empty);
        using var gathered = new GatheredRecord(record, nothing, []);
        var today = services.GetRequiredService<TimeProvider>().Today();
        services.GetRequiredService<ScreeningHook>().CardFor(request, gathered, null, Language.Ja, today);
        services.GetRequiredService<MedicinesHook>().CardFor(request, gathered, null, Language.Ja, today);
    }
}
