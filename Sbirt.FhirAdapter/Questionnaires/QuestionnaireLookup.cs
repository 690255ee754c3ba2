using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// Every form a response can be read against: our own, foreign ones that the content files or a registration
/// tell of, and those sent along with a request. Made once; <see cref="With"/> adds one request's form.
/// </summary>
public sealed class QuestionnaireLookup
{
    private readonly MatchIndex index;
    private readonly FrozenDictionary<string, FormMap> ours;
    private readonly FrozenDictionary<string, FormMap> byId;
    private readonly FrozenDictionary<string, FormMap> versioned;
    private readonly ImmutableDictionary<string, SentForm> sent;

    public QuestionnaireLookup(IEnumerable<Instrument> instruments)
    {
        index = new MatchIndex([.. instruments]);
        var maps = index.Instruments.Select(FormMap.Ours).ToList();
        ours = maps.ToFrozenDictionary(map => map.Canonical, StringComparer.Ordinal);
        versioned = maps.ToFrozenDictionary(
            map => $"{map.Canonical}|{map.Instruments[0].Version}", StringComparer.Ordinal);
        byId = maps.ToFrozenDictionary(map => map.Instruments[0].Id, StringComparer.Ordinal);
        sent = ImmutableDictionary<string, SentForm>.Empty.WithComparers(StringComparer.Ordinal);
    }

    private QuestionnaireLookup(QuestionnaireLookup from, ImmutableDictionary<string, SentForm> sent)
    {
        index = from.index;
        ours = from.ours;
        byId = from.byId;
        versioned = from.versioned;
        this.sent = sent;
    }

    /// <summary>The instruments, in the order of their files.</summary>
    public ImmutableArray<Instrument> Instruments => index.Instruments;

    /// <summary>
    /// The same with a Questionnaire that was registered or sent along; unchanged when the element is no
    /// Questionnaire with a URL.
    /// </summary>
    public QuestionnaireLookup With(JsonElement questionnaire) =>
        ForeignQuestionnaire.Read(questionnaire) is { Url: { } url } form
            ? new QuestionnaireLookup(this, sent.SetItem(url, new SentForm(form.Version, ForeignMatching.Match(form, index))))
            : this;

    /// <summary>One of ours by <c>url|version</c>, where nothing sent along annotates it: the way of nearly every response.</summary>
    internal FormMap? OursExactly(string canonical) => sent.IsEmpty ? versioned.GetValueOrDefault(canonical) : null;

    internal FormMap? Ours(string url) => ours.GetValueOrDefault(url);

    /// <summary>One of ours by its id, or by an address that ends in <c>Questionnaire/{id}</c>.</summary>
    internal FormMap? OursById(string reference)
    {
        const string Folder = "Questionnaire/";
        var at = reference.LastIndexOf(Folder, StringComparison.Ordinal);
        return byId.GetValueOrDefault(at < 0 ? reference : reference[(at + Folder.Length)..]);
    }

    internal SentForm? Sent(string url) => sent.GetValueOrDefault(url);

    internal FormMap? Declared(string url) => ForeignMatching.MatchDeclared(url, index);

    /// <summary>A Questionnaire contained in the response itself.</summary>
    internal SentForm? Contained(JsonElement resource) =>
        ForeignQuestionnaire.Read(resource) is { } form
            ? new SentForm(form.Version, ForeignMatching.Match(form, index)) { Url = form.Url }
            : null;

    /// <summary>The only one of our forms that has all these linkIds, or null.</summary>
    internal FormMap? OnlyOneWith(IReadOnlyCollection<string> linkIds)
    {
        FormMap? found = null;
        foreach (var map in byId.Values)
        {
            if (linkIds.Count == 0 || !linkIds.All(map.Items.ContainsKey))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = map;
        }

        return found;
    }
}

/// <summary>A form that came with a request; no map: it asks no instrument we know.</summary>
internal sealed record SentForm(string? Version, FormMap? Map)
{
    internal string? Url { get; init; }
}
