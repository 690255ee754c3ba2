using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;

namespace Sbirt.Tests.Service.Store;

/// <summary>Tests on a store of their own, which is made for each test and removed after it.</summary>
public abstract class StoreTests(PostgresCluster cluster) : IAsyncDisposable
{
    private StoreHome? home;

    /// <summary>Where the store of this test lives.</summary>
    private protected StoreHome Home => home ?? throw new InvalidOperationException("Open the store first.");

    private protected async Task<StoreHome> NewHomeAsync(string provider) =>
        home = await StoreHome.NewAsync(provider, cluster);

    private protected async Task<ResourceStore> OpenAsync(string provider, TimeProvider? time = null)
    {
        await NewHomeAsync(provider);
        return await Home.OpenAsync(time);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (home is not null)
        {
            await home.DisposeAsync();
        }
    }
}
