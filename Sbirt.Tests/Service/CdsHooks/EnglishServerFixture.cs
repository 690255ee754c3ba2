using Sbirt.Tests.Hosts;
using Xunit;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>One service in Trusted mode whose first record system reads English by its settings, and whose second says nothing of a language.</summary>
public sealed class EnglishServerFixture : IAsyncLifetime
{
    internal TrustedServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TrustedCalls.StartAsync(("Sbirt:Clients:0:Language", "en"));

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
