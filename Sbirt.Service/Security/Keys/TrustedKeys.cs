namespace Sbirt.Service.Security.Keys;

/// <summary>The keys of record systems and those of authorization servers: never one for the other.</summary>
internal sealed record TrustedKeys(KeyRing Hooks, KeyRing AccessTokens) : IDisposable
{
    /// <summary>The worse of the two; a ring without issuers is good.</summary>
    public KeyState State => (KeyState)Math.Max((int)Hooks.State, (int)AccessTokens.State);

    /// <summary>Reads every key set before the first call asks for it; what cannot be read is logged and tried again by the call.</summary>
    public Task ReadAheadAsync() => Task.WhenAll(Hooks.ReadAheadAsync(), AccessTokens.ReadAheadAsync());

    public void Dispose()
    {
        Hooks.Dispose();
        AccessTokens.Dispose();
    }
}
