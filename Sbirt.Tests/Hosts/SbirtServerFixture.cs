using Xunit;

namespace Sbirt.Tests.Hosts;

/// <summary>One running service for all tests of a class that leave it as they found it.</summary>
public sealed class SbirtServerFixture : IAsyncLifetime
{
    public SbirtServer Running { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Running = await SbirtServer.StartAsync();

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
