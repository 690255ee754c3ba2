namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// The rows of all persons, a range of persons at a time in the order of their hashes: from the work folder of a scan, or
/// from a cluster.
/// </summary>
internal interface IPersonRows
{
    /// <summary>How many ranges of persons there are, each small enough to be held, that together are all.</summary>
    int Ranges { get; }

    /// <summary>Reads a range; when the last one was read, everything was, or it throws.</summary>
    void Read(int range, List<ClaimRow> claims, List<DispensingRow> dispensings, List<DiseaseRow> diseases);
}
