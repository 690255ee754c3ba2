using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Store.Audit;

/// <summary>
/// The secret that turns ids into pseudonyms and seals the chain of the audit trail: who can write to the database
/// but does not hold it can neither forge a row nor look a person up.
/// </summary>
internal sealed class AuditKey
{
    private const int KeyBytes = 32;
    private const int PseudonymBytes = 16;

    private readonly byte[] key;

    // Setting one up takes longer than a short text.
    private readonly ConcurrentBag<IncrementalHash> idle = [];

    public AuditKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeyBytes)
        {
            throw new StoreRefusedException($"The audit key has not {KeyBytes} bytes. Put the key file back from the backup.");
        }

        this.key = key.ToArray();
    }

    /// <summary>The key of a data folder (<c>keys/audit.key</c>), made at the first start and readable by its owner only.</summary>
    public static AuditKey InFolder(string dataFolder) =>
        new(SecretFile.ReadOrCreate(Path.Combine(dataFolder, "keys", "audit.key"), KeyBytes));

    /// <summary>The name under which the trail knows a resource: the same for the same resource, and nothing else.</summary>
    public string Pseudonym(string tenant, string type, string id) =>
        Convert.ToHexStringLower(Mac($"subject\0{tenant}\0{type}\0{id}").AsSpan(0, PseudonymBytes));

    /// <summary>The seal of a row of the trail, given all that it says.</summary>
    public byte[] Seal(string row) => Mac("row\0" + row);

    private byte[] Mac(string text)
    {
        if (!idle.TryTake(out var mac))
        {
            mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        }

        mac.AppendData(Encoding.UTF8.GetBytes(text));
        var hash = mac.GetHashAndReset();
        idle.Add(mac);
        return hash;
    }
}
