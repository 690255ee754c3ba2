using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Everything known about handing over, apart from the places themselves.</summary>
/// <param name="Words">Headings and cell words of directory files, prefectures.</param>
/// <param name="Problems">Texts of what can be wrong in a directory, by code.</param>
/// <param name="Texts">Reasons, warnings and preference names of a suggestion, by key.</param>
public sealed record ReferralLibrary(
    ResourceTypes Types,
    CollaborationMenu Collaboration,
    HandOverLadder Ladder,
    ImmutableArray<Barrier> Barriers,
    DirectoryWords Words,
    FrozenDictionary<string, ProblemText> Problems,
    FrozenDictionary<string, Localized> Texts)
{
    /// <summary>Folder of the embedded content files.</summary>
    public const string Folder = "Referrals";

    /// <summary>The file of the places named in the source documents; the directory used when none is configured.</summary>
    public const string DefaultDirectory = "Referrals/organisations-in-sources.yaml";

    /// <summary>Loads the library.</summary>
    /// <exception cref="ContentFaultException">With every fault of every file.</exception>
    public static ReferralLibrary Load(IReadOnlyList<ContentFile> files)
    {
        var faults = new List<ContentFault>();
        return TryLoad(files, faults) ?? throw new ContentFaultException(faults);
    }

    /// <summary>Loads the library, or notes every fault and gives null.</summary>
    public static ReferralLibrary? TryLoad(IReadOnlyList<ContentFile> files, ICollection<ContentFault> faults) =>
        new ReferralFiles(files).Load(faults);
}
