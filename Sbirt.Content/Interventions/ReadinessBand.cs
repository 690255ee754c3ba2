namespace Sbirt.Content.Interventions;

/// <summary>How far the talk may go today; the limits are a convention and stand in <c>Handouts/readiness.yaml</c>.</summary>
public enum ReadinessBand
{
    /// <summary>Nobody asked: the script asks.</summary>
    NotAsked,

    /// <summary>Information and an open door.</summary>
    NotReady,

    /// <summary>Both sides are weighed; a trial is offered.</summary>
    Unsure,

    /// <summary>A concrete plan.</summary>
    Ready,
}
