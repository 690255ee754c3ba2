using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Shouldly;

namespace Sbirt.Tests.Content.Instruments;

/// <summary>Small instrument files written in the tests themselves, so that shipped content may change freely.</summary>
internal static class Yaml
{
    private const string Head = """
        id: ID
        version: "1.0.0"
        title: { ja: テスト(ためし), en: Probe (a test) }
        purpose: { ja: ためしの質問票です。, en: A form for tests. }
        topic: alcohol
        licence: { holder: Nobody, terms: Free, wording: { ja: published, en: published } }
        use: { selfCompletion: true, period: { ja: 過去1年間, en: the last year } }
        codes: []
        sources: [ { cite: "made up for a test", certainty: known } ]
        answers:
          points:
            - { code: none, score: 0, text: { ja: なし, en: None } }
            - { code: some, score: 1, text: { ja: すこし, en: Some } }
            - { code: much, score: 3, text: { ja: たくさん, en: Much } }
          yesno:
            - { code: "no", score: 0, text: { ja: いいえ, en: "No" } }
            - { code: "yes", score: 1, text: { ja: はい, en: "Yes" } }

        """;

    /// <summary>The shipped AUDIT.</summary>
    public static Instrument Audit { get; } =
        InstrumentLibrary.Load(ContentFile.Embedded("Instruments").Where(file => file.Path == "Instruments/audit.yaml")).Instruments.Single();

    /// <summary>The number of lines before the body, to know the line of a fault in it.</summary>
    public static int HeadLines { get; } = Head.Count(letter => letter == '\n');

    public static ContentFile File(string body, string id = "probe", Func<string, string>? mend = null) =>
        new($"Instruments/{id}.yaml", (mend ?? (text => text))(Head.Replace("ID", id, StringComparison.Ordinal)) + body);

    public static Instrument Instrument(string body) => InstrumentLibrary.Load([File(body)]).Instruments.Single();

    public static IReadOnlyList<ContentFault> Faults(params ContentFile[] files) =>
        Should.Throw<ContentFaultException>(() => InstrumentLibrary.Load(files)).Faults;
}
