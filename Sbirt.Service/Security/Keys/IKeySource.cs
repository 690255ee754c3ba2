using System.Collections.Frozen;

namespace Sbirt.Service.Security.Keys;

/// <summary>Where the keys of an issuer are read: a file of ours, or an address of theirs.</summary>
internal interface IKeySource
{
    /// <summary>The keys by id, as they are there now.</summary>
    /// <exception cref="KeysUnreadableException">They could not be had.</exception>
    Task<FrozenDictionary<string, TrustedKey>> ReadAsync();
}
