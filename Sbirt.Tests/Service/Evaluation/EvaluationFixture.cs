using Xunit;

namespace Sbirt.Tests.Service.Evaluation;

/// <summary>Claims and lists made once for all tests of a class; each takes a copy.</summary>
public sealed class EvaluationFixture : IAsyncLifetime
{
    internal EvaluationCase Made { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Made = await EvaluationCase.MakeAsync();

    public ValueTask DisposeAsync()
    {
        Made.Dispose();
        return ValueTask.CompletedTask;
    }
}
