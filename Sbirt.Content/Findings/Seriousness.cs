namespace Sbirt.Content.Findings;

/// <summary>How much a finding asks for; when findings combine, the most serious one leads.</summary>
public enum Seriousness
{
    /// <summary>Nothing beyond general information.</summary>
    None = 0,

    /// <summary>Worth a word.</summary>
    Low = 1,

    /// <summary>A brief intervention is indicated.</summary>
    Moderate = 2,

    /// <summary>Hand-over to specialist care is indicated.</summary>
    High = 3,

    /// <summary>A person must be safe now: before any score, leaflet or queue.</summary>
    Urgent = 4,
}
