using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Content.Evaluation;

namespace Sbirt.Service.Evaluation;

/// <summary>All that page and JSON say, already rounded and kept back where it must be.</summary>
/// <param name="IsWaitingList">False: comparison persons were matched.</param>
/// <param name="Comparison">Null: a group is too small.</param>
/// <param name="Placebo">Null: there are no claims of so early months.</param>
/// <param name="UnknownLines">Lines of the list of letters whose persons have no claims here; told to who runs it, not in the report.</param>
internal sealed record EvaluationReport(
    MonthSpan Before,
    MonthSpan After,
    SignalPreset Preset,
    EvaluationRules Rules,
    bool IsWaitingList,
    ImmutableArray<FlowLine> Written,
    ImmutableArray<FlowLine> Compared,
    GroupsCompared? Comparison,
    PlaceboSpans PlaceboSpans,
    Placebo? Placebo,
    ImmutableArray<int> UnknownLines,
    bool IsWhole);

/// <summary>The same rule in months in which nobody was written to.</summary>
/// <param name="Month">In which persons would have been found, yyyymm.</param>
internal sealed record PlaceboSpans(int Month, MonthSpan Before, MonthSpan After);

/// <param name="Comparison">Null: a group is too small.</param>
internal sealed record Placebo(GroupsCompared? Comparison);
