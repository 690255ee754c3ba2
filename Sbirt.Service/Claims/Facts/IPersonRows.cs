namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// The rows of all persons, a range of persons at a time in the order of their hashes: from the work folder of a scan, or
/// from a cluster.
/// </summary>
internal interface IPersonRows
{
    /// <summary>Ranges that are each small enough to be held and together are all. At the end everything has been read, or it throws.</summary>
    IEnumerable<(int From, int To)> Ranges();

    void Read((int From, int To) range, List<ClaimRow> claims, List<DispensingRow> dispensings, List<DiseaseRow> diseases);
}
