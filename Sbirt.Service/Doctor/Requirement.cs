namespace Sbirt.Service.Doctor;

/// <summary>One row of what CDS Hooks asks for.</summary>
/// <param name="Id">A row number of the published requirement list, an invariant's name, or our name for a sentence without either.</param>
/// <param name="Strength">As the row says.</param>
/// <param name="Source">Where the sentence stands.</param>
/// <param name="Text">The requirement in the specification's own words.</param>
internal sealed record Requirement(string Id, Strength Strength, string Source, string Text);

/// <summary>How strongly something is asked for.</summary>
internal enum Strength
{
    May,
    Should,
    Shall,
}
