namespace Sbirt.Content;

/// <summary>Sex as FHIR <c>administrative-gender</c> tells it; "unknown" is a null <see cref="Sex"/>.</summary>
public enum Sex
{
    Male,
    Female,
    Other,
}

/// <summary>
/// What a cut-off may depend on. Null means "not told": then the stricter cut-off is used and the result
/// says so.
/// </summary>
/// <param name="AgeYears">Completed years on the day of the answers.</param>
/// <param name="Driving">Drives or works with machines.</param>
/// <param name="WithdrawalHistory">Seizure, delirium or withdrawal after stopping before.</param>
/// <param name="TakesSedatives">Takes sleeping tablets or tranquillisers.</param>
public sealed record Person(
    Sex? Sex = null,
    int? AgeYears = null,
    bool? Pregnant = null,
    bool? Driving = null,
    bool? WithdrawalHistory = null,
    bool? TakesSedatives = null)
{
    /// <summary>Nothing is known of the person.</summary>
    public static Person Unknown { get; } = new();
}
