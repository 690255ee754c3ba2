using Sbirt.Tests.Hosts;
using Xunit;

namespace Sbirt.Tests.Service.CdsHooks;

/// <summary>One service in Trusted mode whose first record system agreed to the additions of CDS Hooks 3.0, and whose second did not.</summary>
public sealed class Hooks3ServerFixture : IAsyncLifetime
{
    internal TrustedServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TrustedCalls.StartAsync(("Sbirt:Clients:0:Extensions:0", "cds-hooks-3.0"));

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
