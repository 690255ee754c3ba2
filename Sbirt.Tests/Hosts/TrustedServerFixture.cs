using Xunit;

namespace Sbirt.Tests.Hosts;

/// <summary>One service in Trusted mode for all tests of a class that leave it as they found it.</summary>
public sealed class TrustedServerFixture : IAsyncLifetime
{
    internal TrustedServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TrustedServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
