using System.Buffers.Text;

namespace Sbirt.FhirAdapter.Json;

/// <summary>
/// Finds <c>\uD800</c>–<c>\uDFFF</c> escapes that stand alone: JSON's grammar allows them, but they are no
/// character, and reading them as text would throw later.
/// </summary>
internal static class SurrogateEscapes
{
    /// <param name="raw">A string's bytes as written, its escapes already found well-formed.</param>
    public static bool HasLone(ReadOnlySpan<byte> raw)
    {
        var highIsOpen = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var unit = 0;
            if (raw[i] == '\\' && raw[++i] == 'u')
            {
                _ = Utf8Parser.TryParse(raw.Slice(i + 1, 4), out unit, out _, 'x');
                i += 4;
            }

            var isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != highIsOpen)
            {
                return true;
            }

            highIsOpen = unit is >= 0xD800 and <= 0xDBFF;
        }

        return highIsOpen;
    }
}
