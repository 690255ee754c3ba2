using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Client;

/// <summary>
/// The FHIR bases of one trusted client. A base is trusted when scheme, host and port are the same and its path is
/// the listed one or lies below it, segment by segment; nothing is guessed from a part of a name.
/// </summary>
public sealed class TrustedServers
{
    private static readonly SearchValues<char> NotOfABase = SearchValues.Create("\\%?#@ \t\r\n");

    private readonly ImmutableArray<Uri> _bases;

    private TrustedServers(ImmutableArray<Uri> bases) => _bases = bases;

    /// <summary>Nobody is trusted.</summary>
    public static TrustedServers None { get; } = new([]);

    /// <summary>Scheme, host and port of each listed server, once.</summary>
    internal IEnumerable<string> Origins => _bases.Select(OriginOf).Distinct(StringComparer.Ordinal);

    /// <summary>What is wrong with a base in the settings, or null.</summary>
    /// <param name="baseUrl">As it stands in the settings.</param>
    /// <param name="allowHttpOnLoopback">Whether <c>http</c> is taken for an address of this machine (development).</param>
    public static Localized? FaultOf(string baseUrl, bool allowHttpOnLoopback) => Read(baseUrl) switch
    {
        null => new Localized(
            "FHIR サーバーの URL は、クエリや % を含まない絶対 URL にしてください(例: https://ehr.example/fhir)。",
            "The FHIR server has to be an absolute URL without query or % (such as https://ehr.example/fhir)."),
        { Scheme: "https" } => null,
        { Scheme: "http" } url when allowHttpOnLoopback && IsThisMachine(url) => null,
        _ => new Localized(
            "FHIR サーバーの URL は https にしてください。", "The FHIR server has to be an https URL."),
    };

    /// <summary>The list of the settings, which <see cref="FaultOf"/> has found right.</summary>
    /// <exception cref="ArgumentException">A base is wrong.</exception>
    public static TrustedServers Of(IEnumerable<string> baseUrls, bool allowHttpOnLoopback) =>
        new([.. baseUrls.Select(baseUrl => FaultOf(baseUrl, allowHttpOnLoopback) is { } fault
            ? throw new ArgumentException(fault.En, nameof(baseUrls))
            : Read(baseUrl)!)]);

    /// <summary>Whether a base that a caller named is on the list.</summary>
    public bool Trusts(Uri baseUrl) =>
        baseUrl.IsAbsoluteUri
        && Read(baseUrl.OriginalString) is { } url
        && _bases.Any(listed => Covers(listed, url));

    /// <summary>Same scheme, host and port, and the path of <paramref name="listed"/> or one below it.</summary>
    internal static bool Covers(Uri listed, Uri url)
    {
        var path = listed.AbsolutePath.TrimEnd('/');
        return OriginOf(listed) == OriginOf(url)
            && url.AbsolutePath.StartsWith(path, StringComparison.Ordinal)
            && (url.AbsolutePath.Length == path.Length || url.AbsolutePath[path.Length] == '/');
    }

    /// <summary>Scheme, host and port; the host in lower case and without the dress of another alphabet.</summary>
    internal static string OriginOf(Uri url) => $"{url.Scheme}://{url.IdnHost}:{url.Port}";

    // What a parser could mend, drop or read in two ways is not a base URL: user names, dots, escapes, queries.
    private static Uri? Read(string text) =>
        text.AsSpan().ContainsAny(NotOfABase)
        || text.Contains("..", StringComparison.Ordinal)
        || text.Contains("/./", StringComparison.Ordinal)
        || !Uri.TryCreate(text, UriKind.Absolute, out var url)
        || url.Scheme is not ("http" or "https")
            ? null
            : url;

    private static bool IsThisMachine(Uri url) =>
        url.IdnHost == "localhost" || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address));
}
