using System.Collections.Immutable;

namespace Sbirt.Service.Store;

/// <summary>What came of writes that stand or fall together.</summary>
internal abstract record TransactionOutcome
{
    private TransactionOutcome()
    {
    }

    /// <summary>All are stored; outcomes in the order of the entries.</summary>
    internal sealed record Committed(ImmutableArray<WriteOutcome> Outcomes) : TransactionOutcome;

    /// <summary>Nothing is stored, because of the entry at <paramref name="Index"/> (0-based).</summary>
    internal sealed record Refused(int Index, WriteOutcome Why) : TransactionOutcome;
}
