using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.CdsHooks;

/// <summary>Why a hook call, or feedback on one, cannot be answered.</summary>
public static class HookReasons
{
    public static Reason ServiceUnknown { get; } = new("hook-service-unknown", new(
        "このidのCDSサービスはありません。/cds-services に一覧があります。",
        "There is no CDS service with this id; /cds-services lists them."));

    public static Reason HookNotServed { get; } = new("hook-not-served", new(
        "このサービスはこのフックを受け付けていません。/cds-services に組み合わせの一覧があります。",
        "This service does not serve this hook; /cds-services lists the pairs."), "hook");

    public static Reason PatientIdWrong { get; } = new("hook-patient-id-wrong", new(
        "context.patientId がFHIRのid(英数字と「-」「.」で64文字まで)ではありません。",
        "context.patientId is not a FHIR id (letters, digits, \"-\" and \".\", at most 64)."), "context.patientId");

    public static Reason ServerWithoutAddress { get; } = new("hook-fhir-server-missing", new(
        "fhirAuthorization があるときは fhirServer も必要です。",
        "fhirAuthorization needs fhirServer beside it."), "fhirServer");

    public static Reason NoServer { get; } = new("hook-without-fhir-server", new(
        "呼び出しに fhirServer がないため、FHIRサーバーからは取得できません。",
        "The call names no fhirServer, so nothing can be read from one."), "fhirServer");

    public static Reason OtherPatient { get; } = new("hook-other-patient", new(
        "プリフェッチに別の患者のリソースがあるため、使っていません。",
        "The prefetch holds a resource of another patient and is not used."), "prefetch");

    public static Reason FeedbackEmpty { get; } = new("feedback-empty", new(
        "feedback 配列がないか、空です。", "The feedback array is missing or empty."), "feedback");

    public static Reason FeedbackTooMany { get; } = new("feedback-too-many", new(
        $"feedback は一度に{HookFeedbackReader.MostItems}件までです。", $"At most {HookFeedbackReader.MostItems} items of feedback are taken at once."), "feedback");

    /// <summary>A part of the call that must be there, or is of the wrong kind.</summary>
    public static Reason Missing(string path) => new("hook-field-missing", new(
        $"{path} がないか、種類が違います。", $"{path} is missing or of the wrong kind."), path);

    /// <summary>Data without which nothing may be said (CDS Hooks 2.0: 412).</summary>
    public static Reason PrefetchMissing(string key) => new("prefetch-missing", new(
        $"プリフェッチ {key} がなく、FHIRサーバーからも取得できません。", $"The prefetch {key} is missing and cannot be read from the FHIR server."), $"prefetch.{key}");

    /// <summary>An item of feedback that cannot be taken.</summary>
    public static Reason FeedbackWrong(string path) => new("feedback-wrong", new(
        $"{path} がないか、決められた値ではありません。", $"{path} is missing or not one of the values allowed."), path);
}
