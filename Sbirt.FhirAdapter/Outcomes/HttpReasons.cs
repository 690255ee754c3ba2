using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Outcomes;

/// <summary>The sentences for refusals that any address can give, before or besides reading a body.</summary>
public static class HttpReasons
{
    public static Reason BadRequest { get; } = Of(
        "bad-request",
        "HTTP の要求が壊れています。ヘッダーと本文の長さを確かめてください。",
        "The HTTP request is malformed. Check its headers and the length of its body.");

    public static Reason Unauthenticated { get; } = Of(
        "unauthenticated", "認証が必要です。", "Authentication is required.");

    public static Reason Forbidden { get; } = Of(
        "forbidden", "この操作は許可されていません。", "This client is not allowed to do this.");

    public static Reason NotFound { get; } = Of(
        "not-found", "見つかりません。", "There is nothing under this address.");

    public static Reason MethodNotAllowed { get; } = Of(
        "method-not-allowed",
        "このアドレスでは、この HTTP メソッドは使えません。",
        "This address does not answer this HTTP method.");

    public static Reason NotAcceptable { get; } = Of(
        "not-acceptable",
        "返せる形式は application/fhir+json です。",
        "Answers are given as application/fhir+json.");

    public static Reason UnsupportedMediaType { get; } = Of(
        "unsupported-media-type",
        "本文は application/fhir+json で送ってください。",
        "Send the body as application/fhir+json.");

    public static Reason BodyTooLarge { get; } = Of(
        "body-too-large",
        "本文が大きすぎます。分けて送ってください。",
        "The body is too large. Send it in parts.");

    public static Reason Gone { get; } = Of(
        "gone", "このリソースは削除されています。", "This resource was deleted.");

    public static Reason Conflict { get; } = Of(
        "conflict",
        "同じものへの別の変更と重なりました。読み直してから、もう一度送ってください。",
        "Another change to the same thing came in between. Read it again and send the change again.");

    public static Reason VersionConflict { get; } = Of(
        "version-conflict",
        "If-Match の版は最新ではありません。読み直してから、もう一度送ってください。",
        "The version in If-Match is not the latest. Read it again and send the change again.");

    public static Reason MultipleMatches { get; } = Of(
        "multiple-matches",
        "If-None-Exist の条件に当てはまるものが 2 つ以上あります。",
        "More than one resource matches the condition in If-None-Exist.");

    public static Reason PreconditionRequired { get; } = Of(
        "precondition-required",
        "更新には If-Match ヘッダーに、読んだ版の ETag を付けてください。",
        "An update needs an If-Match header with the ETag of the version that was read.");

    public static Reason TooManyRequests { get; } = Of(
        "too-many-requests",
        "要求が多すぎます。Retry-After の秒数だけ待ってください。",
        "Too many requests. Wait for the seconds given in Retry-After.");

    public static Reason InternalError { get; } = Of(
        "internal-error",
        "こちらの誤りで処理できませんでした。要求番号を添えてお知らせください。",
        "The fault is ours and the request was not carried out. Report it with the request id.");

    public static Reason NotSupported { get; } = Of(
        "not-supported", "この操作には対応していません。", "This is not supported.");

    public static Reason StoreUnavailable { get; } = Of(
        "store-unavailable",
        "保存先に書き込めません。何も保存していません。しばらくしてからもう一度送ってください。",
        "The store cannot be written. Nothing was kept. Send it again later.");

    public static Reason Timeout { get; } = Of(
        "timeout",
        "時間内に終わりませんでした。しばらくしてからもう一度送ってください。",
        "It did not finish in time. Send it again later.");

    private static Reason Of(string code, string ja, string en) => new(code, new Localized(ja, en));
}
