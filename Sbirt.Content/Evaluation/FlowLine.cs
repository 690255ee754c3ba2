namespace Sbirt.Content.Evaluation;

/// <summary>What became of a person between the list and the numbers.</summary>
public enum FlowEnd
{
    /// <summary>Has claims before and after.</summary>
    Measured,

    /// <summary>Stands in the list and has no claims in these files.</summary>
    Unknown,

    /// <summary>The letter was written outside the time between before and after.</summary>
    OtherTime,

    /// <summary>No claim before.</summary>
    NotSeenBefore,

    /// <summary>No claim after: left the insurer, died, or needed nothing; claims do not tell which.</summary>
    NotSeenAfter,

    All,
}

/// <param name="Persons">Null: kept back.</param>
public sealed record FlowLine(FlowEnd End, long? Persons);
