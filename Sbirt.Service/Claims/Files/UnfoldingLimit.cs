namespace Sbirt.Service.Claims.Files;

/// <summary>Stops an archive that unfolds to far more than claims ever do.</summary>
/// <param name="packedBytes">What the archive takes where it lies.</param>
internal sealed class UnfoldingLimit(Stream unpacked, long packedBytes) : ReadingStream(unpacked)
{
    /// <summary>Claims are repetitive text and pack to about a tenth, forms full of commas to a fortieth.</summary>
    public const int MostTimes = 200;

    // Small files may be very repetitive without doing harm.
    private const long AlwaysAllowed = 64L * 1024 * 1024;

    private readonly long most = Math.Max(AlwaysAllowed, packedBytes * MostTimes);
    private long read;

    public override int Read(Span<byte> buffer)
    {
        var count = Inner.Read(buffer);
        read += count;
        return read <= most ? count : throw TooLarge();
    }

    public static ClaimFileException TooLarge() => new(
        "unfolds-too-far",
        $"The archive unfolds to more than {MostTimes} times its size, as claims never do, so it is not used. Unpack it yourself and look what it holds.");
}
