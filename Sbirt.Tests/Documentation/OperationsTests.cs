using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Documentation;

public sealed class OperationsTests
{
    [Fact]
    public void What_is_measured_as_operated_is_what_operators_are_advised()
    {
        var advice = File.ReadAllText(Repository.PathOf("docs", "operations.md"));
        foreach (var (key, value) in ServiceProcess.AsOperated)
        {
            advice.ShouldContain($"`{key}={value}`");
        }
    }
}
