using System.Collections.Immutable;
using Sbirt.Content.Cards;
using Sbirt.Content.Claims;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Interventions;
using Sbirt.Content.Medicines;
using Sbirt.Content.Referrals;
using Sbirt.Content.Thresholds;

namespace Sbirt.Content;

/// <summary>Everything the program knows, loaded and checked as one: shipped files, and a clinic's own in their place.</summary>
/// <param name="Version">Short hash over all files; stored with each result, so that it can be replayed.</param>
public sealed record ContentLibrary(
    string Version,
    InstrumentLibrary Instruments,
    ThresholdLibrary Thresholds,
    InterventionLibrary Interventions,
    ReferralLibrary Referrals,
    PromptRules Prompts,
    MedicinePromptRules MedicinePrompts,
    CountingRules Counting,
    Lazy<MedicineLibrary> MedicinesWhenAsked,
    Lazy<SignalLibrary> SignalsWhenAsked)
{
    private const string InstrumentFolder = "Instruments";
    private const string ThresholdFolder = "Thresholds";

    /// <summary>The folders whose files make up the content.</summary>
    private static readonly ImmutableArray<string> Folders =
        [InstrumentFolder, ThresholdFolder, "Interventions", "Handouts", "Drinks", "Cards", ReferralLibrary.Folder, MedicineLibrary.Folder, SignalLibrary.Folder];

    /// <summary>
    /// What we know of medicines. The shipped files are proved when the program is built and read when first asked
    /// for, so that scoring files does not wait for them; a clinic's own are read and checked at its start.
    /// </summary>
    public MedicineLibrary Medicines => MedicinesWhenAsked.Value;

    /// <summary>The presets of the insurer's scan, read when first asked for in the same way.</summary>
    public SignalLibrary Signals => SignalsWhenAsked.Value;

    /// <summary>The shipped content alone.</summary>
    public static ContentLibrary Load() => Load([]);

    /// <summary>
    /// The shipped content with a clinic's files: one with the path of a shipped file replaces it, any other
    /// is added. Throws <see cref="ContentFaultException"/> with every fault of every file.
    /// </summary>
    public static ContentLibrary Load(IEnumerable<ContentFile> overrides) =>
        Load(Folders.SelectMany(folder => ContentFile.Embedded(folder)), overrides);

    /// <summary>The given files, with others in their place.</summary>
    public static ContentLibrary Load(IEnumerable<ContentFile> shipped, IEnumerable<ContentFile> overrides)
    {
        var faults = new List<ContentFault>();
        var files = Merge(shipped, overrides, faults);
        // Words and numbers do not look at each other until the end: both are read at the same time.
        var textFaults = new List<ContentFault>();
        var texts = Task.Run(() => (InterventionLibrary.Load(files, textFaults), ReferralLibrary.TryLoad(files, textFaults)));
        var instruments = InstrumentLibrary.Load(In(files, InstrumentFolder), faults);
        var thresholds = ThresholdLibrary.Load(In(files, ThresholdFolder), instruments, faults);
        var prompts = PromptRules.Load(files, instruments, faults);
        var medicinePrompts = MedicinePromptRules.Load(files, faults);
        var counting = CountingRules.Load(files, faults);
        var (interventions, referrals) = texts.Result;
        faults.AddRange(textFaults);
        if (interventions is not null)
        {
            faults.AddRange(thresholds.CheckInterventions(interventions.All.Select(one => one.Id).ToHashSet()));
        }

        var medicines = WhenAsked(files, MedicineLibrary.Folder, MedicineLibrary.LoadShipped, own => MedicineLibrary.TryLoad(own, faults));
        var signals = WhenAsked(files, SignalLibrary.Folder, SignalLibrary.LoadShipped, own => SignalLibrary.TryLoad(own, faults));
        return faults.Count > 0
            ? throw new ContentFaultException(faults)
            : new ContentLibrary(ContentVersion.Of(files), instruments, thresholds, interventions!, referrals!, prompts!, medicinePrompts!, counting!, medicines, signals);
    }

    /// <summary>The shipped files are read when first asked for; files that are not the shipped ones at once.</summary>
    private static Lazy<T> WhenAsked<T>(ImmutableArray<ContentFile> files, string folder, Func<T> shipped, Func<ImmutableArray<ContentFile>, T?> tryLoad)
        where T : class
    {
        var given = In(files, folder).ToImmutableArray();
        return given.ToHashSet().SetEquals(ContentFile.Embedded(folder)) || tryLoad(given) is not { } own ? new Lazy<T>(shipped) : new Lazy<T>(own);
    }

    private static ImmutableArray<ContentFile> Merge(
        IEnumerable<ContentFile> shipped,
        IEnumerable<ContentFile> overrides,
        List<ContentFault> faults)
    {
        var files = new SortedDictionary<string, ContentFile>(StringComparer.Ordinal);
        foreach (var file in shipped)
        {
            files[file.Path] = file;
        }

        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in overrides)
        {
            if (!own.Add(file.Path))
            {
                faults.Add(new ContentFault(file.Path, 1, "The file is given twice.", "Keep one of the two."));
            }

            if (!Folders.Any(folder => IsIn(file, folder)))
            {
                faults.Add(new ContentFault(file.Path, 1, "Nothing reads this file.", $"Put it under one of: {string.Join(", ", Folders)}."));
            }

            files[file.Path] = file;
        }

        return [.. files.Values];
    }

    private static IEnumerable<ContentFile> In(ImmutableArray<ContentFile> files, string folder) =>
        files.Where(file => IsIn(file, folder));

    private static bool IsIn(ContentFile file, string folder) =>
        file.Path.StartsWith(folder + "/", StringComparison.Ordinal);
}
