using System.Collections.Immutable;

namespace Sbirt.Content.Evaluation;

/// <summary>Persons written to, and those they are compared with.</summary>
public sealed record EvaluationGroups(ImmutableArray<MeasuredPerson> Written, ImmutableArray<MeasuredPerson> Comparison);
