using System.Buffers;
using System.Text.Json;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>Gives a name or value without JSON escapes: the body's own bytes where there are none.</summary>
internal sealed class UnescapedText : IDisposable
{
    private byte[] _scratch = [];

    /// <summary>Valid until the next call.</summary>
    public ReadOnlySpan<byte> Of(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        if (_scratch.Length < reader.ValueSpan.Length)
        {
            Dispose();
            _scratch = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        }

        return _scratch.AsSpan(0, reader.CopyString(_scratch));
    }

    public void Dispose()
    {
        if (_scratch.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_scratch);
            _scratch = [];
        }
    }
}
