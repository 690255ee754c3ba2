using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// Names and texts of JSON as they stand in its bytes. Reading a response compares hundreds of names; comparing
/// bytes in place is several times faster than asking the element for each (Sbirt.Tests/Benchmarks).
/// </summary>
internal static class RawJson
{
    /// <summary>The property's name in UTF-8, escapes resolved.</summary>
    internal static ReadOnlySpan<byte> NameOf(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(property.Name) : raw;
    }

    /// <summary>
    /// Whether the element is this very string; one that is written with escapes is not recognised, and the
    /// caller then reads it the long way.
    /// </summary>
    internal static bool IsPlainly(JsonElement element, ReadOnlySpan<byte> quoted) =>
        JsonMarshal.GetRawUtf8Value(element).SequenceEqual(quoted);

    /// <summary>A text as it stands in JSON, with its quotes.</summary>
    internal static byte[] Quoted(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");
}
