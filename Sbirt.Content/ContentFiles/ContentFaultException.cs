using System.Collections.Immutable;

namespace Sbirt.Content.ContentFiles;

/// <summary>The content is broken or contradictory: the program does not start; every fault is listed once.</summary>
public sealed class ContentFaultException(IEnumerable<ContentFault> faults) : Exception
{
    public ImmutableArray<ContentFault> Faults { get; } = [.. faults.Distinct()];

    public override string Message => string.Join(Environment.NewLine, Faults);
}
