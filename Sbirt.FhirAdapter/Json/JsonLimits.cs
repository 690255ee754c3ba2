namespace Sbirt.FhirAdapter.Json;

/// <summary>How much JSON is read before it is refused; published in <c>docs/limits.md</c>.</summary>
/// <param name="BodyBytes">Bytes of the whole text.</param>
/// <param name="Depth">Objects and arrays inside one another.</param>
/// <param name="Tokens">Names, values, and starts and ends of objects and arrays.</param>
/// <param name="Entries">Members of all arrays named <c>entry</c> together.</param>
/// <param name="StringBytes">Bytes of one string or name as written, without its quotes.</param>
public sealed record JsonLimits(
    int BodyBytes = 8 * 1024 * 1024,
    int Depth = 48,
    int Tokens = 100_000,
    int Entries = 10_000,
    int StringBytes = 64 * 1024)
{
    /// <summary>Resources and bundles: 8 MiB.</summary>
    public static JsonLimits Bundles { get; } = new();

    /// <summary>CDS Hooks requests: 1 MiB.</summary>
    public static JsonLimits Hooks { get; } = new(BodyBytes: 1024 * 1024);
}
