using System.Collections.Frozen;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Reads the referral files strictly; one load gathers the faults of all of them.</summary>
internal sealed class ReferralFiles(IReadOnlyList<ContentFile> files)
{
    private readonly List<ContentFault> faults = [];

    public ReferralLibrary? Load(ICollection<ContentFault> into)
    {
        var types = Part<ResourceTypesYaml, ResourceTypes>("resource-types.yaml", (yaml, reader) => yaml.ToTypes(reader));
        var menu = Part<CollaborationYaml, CollaborationMenu>(
            "collaboration-actions.yaml", (yaml, reader) => yaml.ToMenu(reader, types));
        var ladder = Part<HandOverLadderYaml, HandOverLadder>("hand-over-ladder.yaml", (yaml, reader) => yaml.ToLadder(reader));
        var barriers = Part<BarriersYaml, List<Barrier>>("barriers.yaml", (yaml, reader) => yaml.ToBarriers(reader));
        var prefectures = Part<PrefecturesYaml, List<Prefecture>>(
            "prefectures.yaml", (yaml, reader) => yaml.ToPrefectures(reader));
        var words = Part<DirectoryWordsYaml, DirectoryWords>(
            "directory-words.yaml", (yaml, reader) => yaml.ToWords(reader, prefectures ?? []));
        var problems = Part<ProblemsYaml, FrozenDictionary<string, ProblemText>>(
            "directory-problems.yaml", (yaml, reader) => yaml.ToProblems(reader));
        var texts = Part<TextsYaml, FrozenDictionary<string, Localized>>(
            "suggestion-words.yaml", (yaml, reader) => yaml.ToTexts(reader));
        foreach (var fault in faults)
        {
            into.Add(fault);
        }

        return faults.Count > 0
            ? null
            : new ReferralLibrary(types!, menu!, ladder!, [.. barriers!], words!, problems!, texts!);
    }

    private TValue? Part<TYaml, TValue>(string name, Func<TYaml, ContentReader, TValue?> convert)
        where TYaml : class
        where TValue : class
    {
        var path = $"{ReferralLibrary.Folder}/{name}";
        var file = files.FirstOrDefault(one => one.Path == path);
        if (file is null)
        {
            faults.Add(new ContentFault(path, 1, "The file is missing.", "Restore it from the release."));
            return null;
        }

        var reader = new ContentReader(file);
        var yaml = reader.Read<TYaml>();
        var value = yaml is null ? null : convert(yaml, reader);
        faults.AddRange(reader.Faults);
        return value;
    }
}
