using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of directory-words.yaml.</summary>
internal sealed class DirectoryWordsYaml : Located
{
    public int StaleAfterDays { get; set; }

    public double NearKm { get; set; }

    public List<ColumnWordsYaml> Columns { get; set; } = [];

    public List<ValueWordsYaml> Topics { get; set; } = [];

    public List<ValueWordsYaml> Audiences { get; set; } = [];

    public List<ValueWordsYaml> Languages { get; set; } = [];

    public List<string> Yes { get; set; } = [];

    public List<string> No { get; set; } = [];

    public List<string> Unknown { get; set; } = [];

    public DirectoryWords? ToWords(ContentReader reader, List<Prefecture> prefectures)
    {
        if (StaleAfterDays <= 0 || NearKm <= 0)
        {
            reader.Fault(Line, "`staleAfterDays` and `nearKm` are above 0.", "Write for example 180 and 30.");
        }

        var columns = Columns.ConvertAll(words => words.To<PlaceColumn>(reader, words.Column, "column"));
        var topics = Topics.ConvertAll(words => words.To<Topic>(reader, words.Value, "value"));
        var audiences = Audiences.ConvertAll(words => words.To<Audience>(reader, words.Value, "value"));
        var languages = Languages.ConvertAll(words => words.To<Language>(reader, words.Value, "value"));
        var whole = Complete(reader, columns) & Complete(reader, topics) & Complete(reader, audiences) & Complete(reader, languages);
        if (!whole)
        {
            return null;
        }

        var truths = Yes.Select(word => KeyValuePair.Create(word, (bool?)true))
            .Concat(No.Select(word => KeyValuePair.Create(word, (bool?)false)))
            .Concat(Unknown.Select(word => KeyValuePair.Create(word, (bool?)null)))
            .DistinctBy(pair => pair.Key.Normalize(System.Text.NormalizationForm.FormKC));
        return new DirectoryWords(StaleAfterDays, NearKm, columns, topics, audiences, languages, truths, [.. prefectures]);
    }

    private bool Complete<T>(ContentReader reader, List<Worded<T>> worded)
        where T : struct, Enum
    {
        if (worded.Select(one => one.Value).Order().SequenceEqual(Enum.GetValues<T>()))
        {
            return true;
        }

        reader.Fault(Line, $"The words of {typeof(T).Name} are not complete.", $"Name each once: {string.Join(", ", Enum.GetNames<T>())}.");
        return false;
    }
}

/// <summary>Words of one value as written.</summary>
internal class ValueWordsYaml : Located
{
    public string? Value { get; set; }

    public string? Ja { get; set; }

    public string? En { get; set; }

    public List<string> Also { get; set; } = [];

    public Worded<T> To<T>(ContentReader reader, string? word, string key)
        where T : struct, Enum => new(
            reader.NeedOneOf<T>(word, Line, key),
            new Localized(reader.Need(Ja, Line, "ja"), reader.Need(En, Line, "en")),
            [.. Also]);
}

/// <summary>Headings of one column as written.</summary>
internal sealed class ColumnWordsYaml : ValueWordsYaml
{
    public string? Column { get; set; }
}
