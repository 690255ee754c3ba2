using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of prefectures.yaml.</summary>
internal sealed class PrefecturesYaml : Located
{
    public List<PrefectureYaml> Prefectures { get; set; } = [];

    public List<Prefecture> ToPrefectures(ContentReader reader)
    {
        foreach (var (prefecture, at) in Prefectures.Select((one, at) => (one, at)).Where(pair => pair.one.Number != pair.at + 1))
        {
            reader.Fault(prefecture.Line, $"Number {at + 1} is expected here.", "List the prefectures in the order of their JIS numbers.");
        }

        return [.. Prefectures.Select(one => new Prefecture(one.Number, reader.NeedText(one.Name, one.Line, "name")))];
    }
}

/// <summary>One prefecture as written.</summary>
internal sealed class PrefectureYaml : Located
{
    public int Number { get; set; }

    public LocalizedText? Name { get; set; }
}
