namespace Sbirt.Service.Claims.Ndjson;

/// <summary>What became of resources of bulk exports besides those that were used or refused, so that all of them are accounted for.</summary>
/// <param name="Lines">Resources read.</param>
/// <param name="LeftOut">Entered in error, cancelled, not to be performed, no more than a plan, or given in hospital.</param>
/// <param name="Other">Of types that a scan does not use.</param>
/// <param name="Replaced">Claims that another state or the answer to them stands in the place of.</param>
/// <param name="Joined">Claims counted as one with others of one institution, person and month.</param>
/// <param name="Unfound">Claims whose Patient is not in the input.</param>
/// <param name="Uninsured">Claims of persons without insurer and number, who go by their reference.</param>
/// <param name="Twice">Medicines told a second time, by another state of the dispense or by the claim that bills it.</param>
internal readonly record struct ResourceCounts(long Lines, long LeftOut, long Other, long Replaced, long Joined, long Unfound, long Uninsured, long Twice)
{
    public static ResourceCounts operator +(ResourceCounts one, ResourceCounts two) => new(
        one.Lines + two.Lines,
        one.LeftOut + two.LeftOut,
        one.Other + two.Other,
        one.Replaced + two.Replaced,
        one.Joined + two.Joined,
        one.Unfound + two.Unfound,
        one.Uninsured + two.Uninsured,
        one.Twice + two.Twice);
}
