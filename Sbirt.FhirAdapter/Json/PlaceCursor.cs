using Sbirt.Content.Findings;

namespace Sbirt.FhirAdapter.Json;

/// <summary>Turns byte offsets that only grow into lines and columns, reading the bytes once in all.</summary>
internal ref struct PlaceCursor(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    public TextPlace MoveTo(int offset)
    {
        for (; _offset < offset; _offset++)
        {
            var at = _utf8[_offset];
            if (at == '\n')
            {
                _line++;
                _column = 1;
            }
            else if (!IsContinuation(_offset + 1))
            {
                _column++;
            }
        }

        return new TextPlace(_line, _column);
    }

    // A column is a character: the second to fourth byte of one does not begin another.
    private readonly bool IsContinuation(int offset) =>
        offset < _utf8.Length && (_utf8[offset] & 0xC0) == 0x80;
}
