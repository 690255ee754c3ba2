using System.Collections.Frozen;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Security.Tokens;

/// <summary>Which signature algorithms the site allows; never none, never a shared secret.</summary>
internal sealed class SigningPolicy(SecuritySettings security)
{
    private readonly FrozenSet<string> allowed = security.AllowedAlgorithms.ToFrozenSet(StringComparer.Ordinal);

    public bool Allows(string algorithm) => allowed.Contains(algorithm);
}
