using System.Collections.Frozen;

namespace Sbirt.Service.Security.Keys;

/// <summary>Where one issuer's keys may come from: its own agreed places and no other.</summary>
/// <param name="Default">The place used by tokens that name none.</param>
/// <param name="ByAddress">The places a token may name (<c>jku</c>), compared to the letter.</param>
internal sealed record IssuerKeys(KeySet Default, FrozenDictionary<string, KeySet> ByAddress)
{
    public IEnumerable<KeySet> Sets => ByAddress.Values.Append(Default).Distinct();

    /// <summary>The place a token names; null when it was not agreed.</summary>
    public KeySet? At(string? address) => address is null ? Default : ByAddress.GetValueOrDefault(address);
}
