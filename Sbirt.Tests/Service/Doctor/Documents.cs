using System.Text;
using Sbirt.Service.Doctor;

namespace Sbirt.Tests.Service.Doctor;

/// <summary>Documents in which everything is right, to be spoilt one place at a time.</summary>
internal static class Documents
{
    public const string Discovery = """
        {"services":[{"hook":"patient-view","title":"T","description":"D","id":"s-1","usageRequirements":"none",
          "prefetch":{"patient":"Patient/{{context.patientId}}","doctor":"Practitioner/{{userPractitionerId}}",
            "obs":"Observation?patient={{context.patientId}}&code:in=x&_count=5&_sort=-date"},
          "extension":{"com.example.x":{"a":1}}}]}
        """;

    public const string Request = """
        {"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","fhirServer":"https://ehr.example/fhir",
         "fhirAuthorization":{"access_token":"t","token_type":"Bearer","expires_in":300,"scope":"patient/Patient.read","subject":"s","patient":"1"},
         "context":{"userId":"Practitioner/1","patientId":"1","encounterId":"2"},
         "prefetch":{"patient":{"resourceType":"Patient","id":"1"},"nothing":null}}
        """;

    public const string Response = """
        {"cards":[{"uuid":"u-1","summary":"S","detail":"D","indicator":"info",
          "source":{"label":"L","url":"https://example.com","icon":"https://example.com/i.png","topic":{"code":"c","system":"https://example.com/t"}},
          "overrideReasons":[{"code":"c","system":"https://example.com/r","display":"R"}],
          "links":[{"label":"A","url":"https://example.com/a","type":"absolute"},{"label":"B","url":"https://example.com/b","type":"smart","appContext":"x"}],
          "selectionBehavior":"at-most-one",
          "suggestions":[{"label":"G","uuid":"g-1","isRecommended":true,"actions":[
             {"type":"create","description":"d","resource":{"resourceType":"Basic","code":{"text":"x"}}},
             {"type":"delete","description":"d","resourceId":"Task/1"}]},
            {"label":"H"}]}],
         "systemActions":[{"type":"update","resource":{"resourceType":"Basic","id":"b","code":{"text":"x"}}}]}
        """;

    public const string Feedback = """
        {"feedback":[{"card":"u-1","outcome":"accepted","acceptedSuggestions":[{"id":"g-1"}],"outcomeTimestamp":"2026-01-31T09:05:31Z"},
          {"card":"u-2","outcome":"overridden","overrideReason":{"reason":{"code":"c","system":"https://example.com/r"},"userComment":"x"},
           "outcomeTimestamp":"2026-01-31T18:05:31.123+09:00"}]}
        """;

    public static DoctorExamination Examine(string json, DocumentKind? kind = null) =>
        DoctorExamination.Of(Encoding.UTF8.GetBytes(json), kind);

    /// <summary>A right document with one part replaced, which has to be there exactly once.</summary>
    public static string With(this string document, string old, string spoilt)
    {
        var at = document.IndexOf(old, StringComparison.Ordinal);
        return at >= 0 && document.IndexOf(old, at + 1, StringComparison.Ordinal) < 0
            ? document.Replace(old, spoilt, StringComparison.Ordinal)
            : throw new ArgumentException($"Not once in the document: {old}");
    }

    public static string Of(string name) => name switch
    {
        nameof(Discovery) => Discovery,
        nameof(Request) => Request,
        nameof(Response) => Response,
        _ => Feedback,
    };
}
