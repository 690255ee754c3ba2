using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>
/// Holds every text to the way Sbirt speaks: facts and offers, no orders, no blame, no diagnosis, no promise
/// that law does not keep, and the safety sentence where stopping suddenly is dangerous.
/// </summary>
public sealed partial class WordingLint
{
    private readonly ImmutableArray<WordingRule> rules;
    private readonly ImmutableArray<RequiredSentence> required;

    private WordingLint(ImmutableArray<WordingRule> rules, ImmutableArray<RequiredSentence> required)
    {
        this.rules = rules;
        this.required = required;
    }

    /// <summary>Path of the rules among the content files.</summary>
    public static string Path => "Handouts/wording-rules.yaml";

    /// <summary>Ids of all rules, for lists and tests.</summary>
    public IEnumerable<string> RuleIds => rules.Select(rule => rule.Id).Concat(required.Select(rule => rule.Id));

    /// <summary>The rules of a file, or null with at least one fault added.</summary>
    public static WordingLint? Load(ContentFile file, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(faults);
        var reader = new ContentReader(file);
        var (rules, required) = new WordingFile(reader).Read();
        reader.Faults.ToList().ForEach(faults.Add);
        return reader.Faults.Count > 0 ? null : new WordingLint(rules, required);
    }

    /// <summary>The shipped rules; throws <see cref="ContentFaultException"/> naming every fault.</summary>
    public static WordingLint LoadShipped()
    {
        var faults = new List<ContentFault>();
        var file = ContentFile.Embedded("Handouts").Single(file => file.Path == Path);
        return Load(file, faults) ?? throw new ContentFaultException(faults);
    }

    /// <summary>What is wrong with a text; empty when it may be said.</summary>
    /// <param name="place">Where it stands, repeated in each fault.</param>
    /// <param name="kind">A whole text needs its safety sentences, a piece does not.</param>
    /// <param name="intervention">The intervention a whole text belongs to, where it does.</param>
    public ImmutableArray<WordingFault> Check(
        string text,
        Language language,
        string place,
        WordingKind kind = WordingKind.Piece,
        string? intervention = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = TemplateTag().Replace(text, string.Empty);
        var spoken = Sentences(plain).SelectMany(sentence => Spoken(sentence, language, place));
        return kind == WordingKind.Whole
            ? [.. spoken.Concat(Missing(plain, language, place, intervention))]
            : [.. spoken];
    }

    /// <summary>What one sentence says that it had better not.</summary>
    internal IEnumerable<WordingFault> Spoken(string sentence, Language language, string place) =>
        from rule in rules
        where rule.Language == language
        let caught = rule.Catch(sentence)
        where caught is not null
        select new WordingFault(rule.Id, place, caught, rule.Why, rule.Instead);

    /// <summary>The sentences that a whole text lacks.</summary>
    internal IEnumerable<WordingFault> Missing(string text, Language language, string place, string? intervention) =>
        from rule in required
        where rule.Language == language && rule.IsMissing(text, intervention)
        select new WordingFault(rule.Id, place, string.Empty, "It must not be left out.", rule.Instead);

    /// <summary>
    /// What is wrong with the texts of content files, by file and line. The validated wording of screening
    /// items and answers is exempt.
    /// </summary>
    public IEnumerable<ContentFault> CheckFiles(IEnumerable<ContentFile> files) =>
        from file in files
        from text in YamlTexts.Of(file)
        where !text.IsValidatedWording
        from language in Enum.GetValues<Language>()
        from fault in Check(text.In(language) ?? string.Empty, language, text.Path)
        select new ContentFault(file.Path, text.Line, $"{fault.Place}: {fault.Rule}: \"{fault.Found}\". {fault.Why}", fault.Instead);

    internal static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    [GeneratedRegex(@"(?<=[。！？])|(?<=[.!?])\s+|\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex TemplateTag();
}
