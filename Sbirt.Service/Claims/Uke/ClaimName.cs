namespace Sbirt.Service.Claims.Uke;

/// <summary>A name as it is written on a claim, kept as bytes only to be hashed. Blanks of either width say nothing.</summary>
internal sealed class ClaimName
{
    private const int MostBytes = 128;

    private readonly byte[] bytes = new byte[MostBytes];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    /// <summary>Takes a name; one that is too long is told by its beginning.</summary>
    public void Keep(ReadOnlySpan<byte> written)
    {
        length = 0;
        for (var at = 0; at < written.Length && length < bytes.Length; at++)
        {
            if (written[at] == 0x81 && at + 1 < written.Length && written[at + 1] == 0x40)
            {
                at++;
            }
            else if (written[at] != (byte)' ')
            {
                bytes[length++] = written[at];
            }
        }
    }
}
