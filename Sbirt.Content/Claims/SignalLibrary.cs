using System.Collections.Immutable;
using Sbirt.Content.Claims.Files;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Claims;

/// <summary>The presets of the insurer's scan, and the signs by which claims are left out.</summary>
public sealed class SignalLibrary
{
    /// <summary>The folder its files stand in.</summary>
    public const string Folder = "Claims";

    private const string PresetFolder = Folder + "/Presets/";
    private const string WordsFile = Folder + "/signal-words.yaml";
    private const string ExclusionsFile = Folder + "/exclusions.yaml";

    private SignalLibrary(ImmutableArray<SignalPreset> presets, ExclusionCodes exclusions)
    {
        Presets = presets;
        Exclusions = exclusions;
    }

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<SignalPreset> Presets { get; }

    /// <summary>How a reader recognises each exclusion.</summary>
    public ExclusionCodes Exclusions { get; }

    /// <summary>The shipped library; throws <see cref="ContentFaultException"/> naming every fault.</summary>
    public static SignalLibrary LoadShipped()
    {
        var faults = new List<ContentFault>();
        return TryLoad(ContentFile.Embedded(Folder), faults) ?? throw new ContentFaultException(faults);
    }

    /// <summary>The library of these files, or null with at least one fault added.</summary>
    public static SignalLibrary? TryLoad(IEnumerable<ContentFile> files, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        var all = files.Where(file => file.Path.StartsWith(Folder + "/", StringComparison.Ordinal)).ToImmutableArray();
        var found = new List<ContentFault>();
        var words = SignalWords.Read(One(all, WordsFile, found), found);
        var exclusions = ExclusionReader.Read(One(all, ExclusionsFile, found), found);
        var presets = all.Where(IsPreset).Select(file => (file.Path, Preset: PresetReader.Read(file, words, found)))
            .Where(each => each.Preset is not null).ToImmutableArray();
        foreach (var file in all.Where(file => !IsPreset(file) && file.Path is not (WordsFile or ExclusionsFile)))
        {
            found.Add(new ContentFault(file.Path, 1, "Nothing reads this file.", $"Put presets under {PresetFolder}."));
        }

        foreach (var twice in presets.GroupBy(each => each.Preset!.Id).Where(same => same.Count() > 1))
        {
            found.Add(new ContentFault(twice.Last().Path, 1, $"The preset \"{twice.Key}\" stands in two files.", "Give each its own `id`."));
        }

        found.ForEach(faults.Add);
        return found.Count > 0 ? null : new SignalLibrary([.. presets.Select(each => each.Preset!).OrderBy(preset => preset.Id, StringComparer.Ordinal)], exclusions!);
    }

    /// <summary>A payer's own preset with the shipped words, or null with at least one fault added.</summary>
    public static SignalPreset? Read(ContentFile file, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(faults);
        var found = new List<ContentFault>();
        var words = SignalWords.Read(One([.. ContentFile.Embedded(Folder)], WordsFile, found), found);
        var preset = PresetReader.Read(file, words, found);
        found.ForEach(faults.Add);
        return found.Count > 0 ? null : preset;
    }

    /// <summary>The preset with this id, or null.</summary>
    public SignalPreset? Find(string id) => Presets.FirstOrDefault(preset => preset.Id == id);

    private static bool IsPreset(ContentFile file) => file.Path.StartsWith(PresetFolder, StringComparison.Ordinal);

    private static ContentFile One(ImmutableArray<ContentFile> files, string path, List<ContentFault> faults)
    {
        var file = files.LastOrDefault(file => file.Path == path);
        if (file is null)
        {
            faults.Add(new ContentFault(path, 1, "The file is missing.", "Put it back beside its neighbours."));
        }

        return file ?? new ContentFile(path, "{}");
    }
}
