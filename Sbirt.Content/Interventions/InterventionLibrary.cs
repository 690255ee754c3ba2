using System.Collections.Frozen;
using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Drinks;
using Sbirt.Content.Handouts;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>
/// Every brief intervention with its texts compiled, and what the texts rest on (shared phrases, the size of
/// drinks, readiness bands, wording rules). Loading proves each text in both languages.
/// </summary>
public sealed class InterventionLibrary
{
    private readonly FrozenDictionary<(string Id, Language Language), CompiledIntervention> compiled;

    private InterventionLibrary(
        ImmutableArray<Intervention> interventions,
        FrozenDictionary<(string Id, Language Language), CompiledIntervention> compiled,
        DrinkTable drinks,
        ReadinessRule readiness)
    {
        All = interventions;
        this.compiled = compiled;
        Drinks = drinks;
        Readiness = readiness;
    }

    /// <summary>All interventions, by id.</summary>
    public ImmutableArray<Intervention> All { get; }

    /// <summary>Sizes of drinks and guides.</summary>
    public DrinkTable Drinks { get; }

    /// <summary>The limits of the readiness bands.</summary>
    public ReadinessRule Readiness { get; }

    /// <summary>The intervention with this id, or null.</summary>
    public Intervention? Find(string id) => All.FirstOrDefault(intervention => intervention.Id == id);

    /// <summary>The files shipped with the program that a library is made of.</summary>
    public static IReadOnlyList<ContentFile> Shipped() =>
    [
        .. ContentFile.Embedded("Interventions"),
        .. ContentFile.Embedded("Handouts"),
        .. ContentFile.Embedded("Drinks"),
    ];

    /// <summary>
    /// The library of these files (paths as in <see cref="Shipped"/>), or null with at least one fault added.
    /// </summary>
    public static InterventionLibrary? Load(IReadOnlyList<ContentFile> files, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        var found = new List<ContentFault>();
        var phrases = Phrases.Read(One(files, "Handouts/phrases.yaml", found), found);
        var readiness = ReadinessRule.Read(One(files, "Handouts/readiness.yaml", found), found);
        var drinks = DrinkTable.Read(One(files, "Drinks/drinks.yaml", found), found);
        var read = files
            .Where(file => file.Path.StartsWith("Interventions/", StringComparison.Ordinal))
            .Select(file => ReadOne(file, phrases, found))
            .Where(entry => entry.Intervention is not null)
            .Select(entry => (entry.Path, Intervention: entry.Intervention!))
            .ToList();
        foreach (var twice in read.GroupBy(entry => entry.Intervention.Id).Where(group => group.Count() > 1))
        {
            found.Add(new(twice.Last().Path, 1, "Another file already has this id.", "Give each intervention its own id."));
        }

        if (found.Count > 0)
        {
            found.ForEach(faults.Add);
            return null;
        }

        var library = Compile([.. read.Select(entry => entry.Intervention)], phrases, drinks!, readiness!);
        found.AddRange(OwnFaults(library, files, read));
        found.ForEach(faults.Add);
        return found.Count > 0 ? null : library;
    }

    /// <summary>The shipped library; throws <see cref="ContentFaultException"/> naming every fault.</summary>
    public static InterventionLibrary LoadShipped()
    {
        var faults = new List<ContentFault>();
        return Load(Shipped(), faults) ?? throw new ContentFaultException(faults);
    }

    internal RenderedTexts Render(Intervention intervention, Language language, IReadOnlyDictionary<string, object> values) =>
        compiled[(intervention.Id, language)].Render(values);

    private static InterventionLibrary Compile(
        ImmutableArray<Intervention> interventions,
        Phrases phrases,
        DrinkTable drinks,
        ReadinessRule readiness)
    {
        var compiled = new Dictionary<(string, Language), CompiledIntervention>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var renderer = new TemplateRenderer(phrases.In(language));
            foreach (var intervention in interventions)
            {
                compiled[(intervention.Id, language)] = new CompiledIntervention(intervention, renderer, language);
            }
        }

        return new InterventionLibrary(interventions, compiled.ToFrozenDictionary(), drinks, readiness);
    }

    // Names in templates were checked above, in every file. What rendering and reading can show besides was
    // proved for the shipped files when the program was built; a clinic's own are proved at its start.
    private static List<ContentFault> OwnFaults(
        InterventionLibrary library,
        IReadOnlyList<ContentFile> files,
        IReadOnlyList<(string Path, Intervention Intervention)> read)
    {
        var own = ContentFile.NotShipped(files);
        var faults = new List<ContentFault>();
        if (own.Count == 0 || WordingLint.Load(One(files, WordingLint.Path, faults), faults) is not { } lint)
        {
            return faults;
        }

        // A shared phrase or figure reaches every text.
        var shared = own.Any(file => file.Path.StartsWith("Handouts/", StringComparison.Ordinal) || file.Path.StartsWith("Drinks/", StringComparison.Ordinal));
        faults.AddRange(lint.CheckFiles(own));
        foreach (var (path, intervention) in read.Where(entry => shared || own.Any(file => file.Path == entry.Path)))
        {
            faults.AddRange(PlanProof.Faults(library, intervention, path, ProofFacts.Quick()));
            faults.AddRange(PlanWording.Faults(library, lint, intervention, path, ProofFacts.Quick()));
        }

        return faults;
    }

    private static (string Path, Intervention? Intervention) ReadOne(
        ContentFile file,
        Phrases phrases,
        List<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var intervention = new InterventionFile(reader, phrases).Read();
        faults.AddRange(reader.Faults);
        return (file.Path, intervention);
    }

    private static ContentFile One(IReadOnlyList<ContentFile> files, string path, List<ContentFault> faults)
    {
        var file = files.LastOrDefault(file => file.Path == path);
        if (file is not null)
        {
            return file;
        }

        faults.Add(new(path, 1, "The file is missing.", "Put it back beside its neighbours."));
        return new ContentFile(path, "{}");
    }
}
