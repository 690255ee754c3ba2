using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Client;

/// <summary>The sentences for a record system that could not be read. None repeats an address, a token or an answer.</summary>
internal static class FhirServerReasons
{
    public static Reason NotTrusted { get; } = Of(
        "fhir-server-not-trusted",
        "この FHIR サーバーは設定の許可リストにありません。必要なデータを prefetch で送るか、設定に加えてください。",
        "This FHIR server is not on the configured list. Send the data as prefetch, or add the server to the settings.");

    public static Reason AddressPrivate { get; } = Of(
        "fhir-server-address-private",
        "FHIR サーバーの名前が内部のアドレスを指しているため、接続していません。",
        "The FHIR server's name leads to a private address, so it was not contacted.");

    public static Reason CertificateInvalid { get; } = Of(
        "fhir-server-certificate-invalid",
        "FHIR サーバーの証明書を確認できないため、接続していません。",
        "The FHIR server's certificate could not be verified, so nothing was sent to it.");

    public static Reason Unreachable { get; } = Of(
        "fhir-server-unreachable",
        "FHIR サーバーにつながらないか、答えが途中で切れました。",
        "The FHIR server could not be reached, or broke off its answer.");

    public static Reason Failed { get; } = Of(
        "fhir-server-failed", "FHIR サーバーで障害が起きています。", "The FHIR server reports a failure of its own.");

    public static Reason Busy { get; } = Of(
        "fhir-server-busy", "FHIR サーバーが混み合っています。", "The FHIR server is busy.");

    public static Reason Paused { get; } = Of(
        "fhir-server-paused",
        "FHIR サーバーの失敗が続いたため、しばらく呼び出しを休んでいます。",
        "The FHIR server kept failing and is not called for a while.");

    public static Reason Redirects { get; } = Of(
        "fhir-server-redirects",
        "FHIR サーバーが別のアドレスを示しましたが、転送には従いません。",
        "The FHIR server pointed to another address; redirects are not followed.");

    public static Reason AccessRefused { get; } = Of(
        "fhir-access-refused",
        "FHIR サーバーが読み取りを許可しませんでした。アクセストークンの期限と範囲を確かめてください。",
        "The FHIR server did not allow the read. Check that the access token is still valid and covers it.");

    public static Reason TokenMalformed { get; } = Of(
        "fhir-token-malformed",
        "アクセストークンに使えない文字があります。",
        "The access token has characters that no bearer token can have.");

    public static Reason PatientIdMalformed { get; } = Of(
        "fhir-patient-id-malformed",
        "患者の id は 1〜64 文字の英数字・ハイフン・ピリオドにしてください。",
        "The patient's id has to be 1 to 64 letters, digits, hyphens and dots.");

    public static Reason QueryInvalid { get; } = Of(
        "fhir-query-invalid",
        "FHIR の問い合わせが、読み取りでも検索でもありません。",
        "The FHIR query is neither a read nor a search of one resource type.");

    public static Reason QueryRefused { get; } = Of(
        "fhir-query-refused",
        "FHIR サーバーがこの問い合わせに答えませんでした。",
        "The FHIR server did not answer this query.");

    public static Reason Missing { get; } = Of(
        "fhir-resource-missing", "FHIR サーバーにこのリソースがありません。", "The FHIR server has no such resource.");

    public static Reason TooLate { get; } = Of(
        "fhir-answer-too-late",
        "FHIR サーバーの答えが時間内に届きませんでした。",
        "The FHIR server's answer did not come in time.");

    public static Reason TooLarge { get; } = Of(
        "fhir-answer-too-large", "FHIR サーバーの答えが大きすぎます。", "The FHIR server's answer is too large.");

    public static Reason NotFhir { get; } = Of(
        "fhir-answer-not-fhir",
        "FHIR サーバーの答えが、求めた FHIR の JSON ではありません。",
        "The FHIR server's answer is not the FHIR JSON that was asked for.");

    public static Reason OtherPatient { get; } = Of(
        "fhir-answer-other-patient",
        "FHIR サーバーの答えに、この患者のものと確かめられないデータがあるため、全体を使いません。",
        "The FHIR server's answer holds data that is not certainly this patient's, so none of it is used.");

    public static Reason PageElsewhere { get; } = Of(
        "fhir-page-elsewhere",
        "検索結果の続きが別のサーバーを指しているため、全体を使いません。",
        "The next page of the search points to another server, so none of it is used.");

    private static Reason Of(string code, string ja, string en) => new(code, new Localized(ja, en));
}
