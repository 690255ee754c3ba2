namespace Sbirt.Content.Thresholds.Files;

/// <summary>A place in a pack that names an intervention.</summary>
internal sealed record InterventionUse(string File, int Line, string InterventionId);
