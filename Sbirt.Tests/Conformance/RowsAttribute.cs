namespace Sbirt.Tests.Conformance;

/// <summary>Names the rows of HL7's requirement list for CDS Hooks 2.0 that a test holds.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RowsAttribute(params int[] rows) : Attribute
{
    public IReadOnlyList<int> Rows { get; } = rows;
}
