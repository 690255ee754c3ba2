using Shouldly;
using Xunit;

namespace Sbirt.Tests.Architecture;

public sealed class ProjectsTests
{
    [Fact]
    public void Content_references_nothing_of_ours() =>
        typeof(Sbirt.Content.Person).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Sbirt", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
