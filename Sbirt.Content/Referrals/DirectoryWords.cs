using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>
/// How directory files may be written: headings and cell words in both languages. Letter case, width, spaces,
/// hyphens and underscores do not matter.
/// </summary>
public sealed class DirectoryWords
{
    private readonly FrozenDictionary<string, PlaceColumn> columns;
    private readonly FrozenDictionary<string, Topic> topics;
    private readonly FrozenDictionary<string, Audience> audiences;
    private readonly FrozenDictionary<string, Language> languages;
    private readonly FrozenDictionary<PlaceColumn, Localized> columnNames;
    private readonly FrozenDictionary<Topic, Localized> topicNames;
    private readonly FrozenDictionary<Language, Localized> languageNames;
    private readonly FrozenDictionary<string, bool?> truths;
    private readonly FrozenDictionary<string, Prefecture> prefectures;

    internal DirectoryWords(
        int staleAfterDays,
        double nearKm,
        IEnumerable<Worded<PlaceColumn>> columns,
        IEnumerable<Worded<Topic>> topics,
        IEnumerable<Worded<Audience>> audiences,
        IEnumerable<Worded<Language>> languages,
        IEnumerable<KeyValuePair<string, bool?>> truths,
        ImmutableArray<Prefecture> prefectures)
    {
        StaleAfterDays = staleAfterDays;
        NearKm = nearKm;
        Prefectures = prefectures;
        this.columns = ByWord(columns);
        this.topics = ByWord(topics);
        this.audiences = ByWord(audiences);
        this.languages = ByWord(languages);
        columnNames = columns.ToFrozenDictionary(word => word.Value, word => word.Name);
        topicNames = topics.ToFrozenDictionary(word => word.Value, word => word.Name);
        languageNames = languages.ToFrozenDictionary(word => word.Value, word => word.Name);
        this.truths = truths.ToFrozenDictionary(pair => Fold(pair.Key), pair => pair.Value);
        this.prefectures = prefectures
            .SelectMany(one => PrefectureWords(one), (one, word) => (word: Fold(word), one))
            .DistinctBy(pair => pair.word)
            .ToFrozenDictionary(pair => pair.word, pair => pair.one);
    }

    /// <summary>An entry checked more days ago than this is shown with a warning.</summary>
    public int StaleAfterDays { get; }

    /// <summary>Places within this distance count as near.</summary>
    public double NearKm { get; }

    /// <summary>All 47.</summary>
    public ImmutableArray<Prefecture> Prefectures { get; }

    public Localized NameOf(PlaceColumn column) => columnNames[column];

    public Localized NameOf(Topic topic) => topicNames[topic];

    public Localized NameOf(Language language) => languageNames[language];

    /// <summary>The column of a heading; null: not known.</summary>
    public PlaceColumn? ColumnOf(string heading) =>
        columns.TryGetValue(Fold(heading), out var column) ? column : null;

    public Topic? TopicOf(string word) => topics.TryGetValue(Fold(word), out var topic) ? topic : null;

    public Audience? AudienceOf(string word) =>
        audiences.TryGetValue(Fold(word), out var audience) ? audience : null;

    public Language? LanguageOf(string word) =>
        languages.TryGetValue(Fold(word), out var language) ? language : null;

    /// <summary>By Japanese name with or without its last character, English name, or JIS number.</summary>
    public Prefecture? PrefectureOf(string word) => prefectures.GetValueOrDefault(Fold(word));

    /// <summary>Whether the word is one for yes, no or unknown; unknown gives null.</summary>
    public bool TryTruth(string word, out bool? truth) => truths.TryGetValue(Fold(word), out truth);

    /// <summary>Whether the cell says "not known".</summary>
    public bool IsUnknown(string word) => truths.TryGetValue(Fold(word), out var truth) && truth is null;

    private static IEnumerable<string> PrefectureWords(Prefecture one)
    {
        yield return one.Name.Ja;
        yield return one.Name.En;
        yield return one.Number.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        yield return one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (one.Name.Ja[^1] != '道')
        {
            yield return one.Name.Ja[..^1];
        }
    }

    private static FrozenDictionary<string, T> ByWord<T>(IEnumerable<Worded<T>> worded)
        where T : struct, Enum => worded
        .SelectMany(
            one => one.Also.Append(one.Name.Ja).Append(one.Name.En).Append(one.Value.ToString()),
            (one, word) => (word: Fold(word), one.Value))
        .DistinctBy(pair => pair.word)
        .ToFrozenDictionary(pair => pair.word, pair => pair.Value);

    private static string Fold(string word) => new([.. word.Normalize(NormalizationForm.FormKC)
        .Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '_'))
        .Select(char.ToLowerInvariant)]);
}

/// <summary>A value, its name, and the other words a file may use for it.</summary>
internal sealed record Worded<T>(T Value, Localized Name, ImmutableArray<string> Also);
