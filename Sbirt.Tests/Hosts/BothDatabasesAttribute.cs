using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Sbirt.Tests.Hosts;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<string>("sqlite"), new TheoryDataRow<string>("postgres")]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
