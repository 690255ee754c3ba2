using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sbirt.Service.Letters;

/// <summary>
/// Draws the waiting list: a random share of persons who get no letter yet and serve for comparison. The same seed draws the
/// same person each time, whoever else is there.
/// </summary>
internal sealed record WaitingShare(int Percent, int Seed)
{
    public bool Holds(string person)
    {
        var drawn = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"waiting {Seed} {person}")));
        return BinaryPrimitives.ReadUInt64BigEndian(drawn) < Percent / 100.0 * ulong.MaxValue;
    }
}
