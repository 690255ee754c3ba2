using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Questionnaires;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Decides which form a response answers; never another version of it.</summary>
internal readonly record struct FormChoice(FormMap? Form, Reason? Refusal, Issue? Remark)
{
    internal static FormChoice Of(JsonElement response, string? canonical, QuestionnaireLookup lookup)
    {
        if (string.IsNullOrEmpty(canonical))
        {
            return ByLinkIds(response, lookup);
        }

        if (lookup.OursExactly(canonical) is { } current)
        {
            return new FormChoice(current, null, null);
        }

        if (canonical[0] == '#')
        {
            return ByContained(response, canonical[1..], lookup);
        }

        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var url = bar < 0 ? canonical : canonical[..bar];
        var version = bar < 0 ? null : canonical[(bar + 1)..];
        if (lookup.Ours(url) is { } own)
        {
            var versioned = OfVersion(own, version, own.Instruments[0].Version);
            return versioned.Form is not null && lookup.Sent(url) is { Map: { } annotated }
                ? versioned with { Form = annotated }
                : versioned;
        }

        if (lookup.Sent(url) is { } sent)
        {
            return OfSent(sent, version);
        }

        if (lookup.Declared(url) is { } declared)
        {
            return new FormChoice(declared, null, null);
        }

        // A copy of our form under another server's address: ours only if it asks nothing that ours does not.
        if (lookup.OursById(url) is { } byId && LinkIdsOf(response).All(byId.Items.ContainsKey))
        {
            return OfVersion(byId, version, byId.Instruments[0].Version);
        }

        return new FormChoice(null, ReadingReasons.QuestionnaireUnknown, null);
    }

    private static FormChoice OfVersion(FormMap form, string? version, string current) => version switch
    {
        null => new FormChoice(form, null, new Issue(ReadingReasons.VersionNotTold, Seriousness.None)),
        _ when version == current => new FormChoice(form, null, null),
        _ => new FormChoice(null, ReadingReasons.QuestionnaireVersionMismatch, null),
    };

    private static FormChoice OfSent(SentForm sent, string? version) =>
        version is not null && sent.Version is not null && version != sent.Version
            ? new FormChoice(null, ReadingReasons.QuestionnaireVersionMismatch, null)
            : sent.Map is { } map
                ? new FormChoice(map, null, null)
                : new FormChoice(null, ReadingReasons.NoInstrument, null);

    private static FormChoice ByContained(JsonElement response, string id, QuestionnaireLookup lookup)
    {
        if (response.TryGetProperty("contained"u8, out var contained) && contained.ValueKind == JsonValueKind.Array)
        {
            foreach (var resource in contained.EnumerateArray())
            {
                if (resource.ValueKind == JsonValueKind.Object
                    && ForeignQuestionnaire.Text(resource, "id") == id
                    && lookup.Contained(resource) is { } sent)
                {
                    return sent.Url is { } url && lookup.Ours(url) is { } own
                        && sent.Version is { } version && version != own.Instruments[0].Version
                            ? new FormChoice(null, ReadingReasons.QuestionnaireVersionMismatch, null)
                            : OfSent(sent, null);
                }
            }
        }

        return new FormChoice(null, ReadingReasons.QuestionnaireUnknown, null);
    }

    private static FormChoice ByLinkIds(JsonElement response, QuestionnaireLookup lookup) =>
        lookup.OnlyOneWith(LinkIdsOf(response)) is { } form
            ? new FormChoice(form, null, new Issue(
                ReadingReasons.Recognised(form.Instruments[0].Title), Seriousness.Low))
            : new FormChoice(null, ReadingReasons.QuestionnaireMissing, null);

    /// <summary>The answered linkIds of the response's top level.</summary>
    private static ImmutableHashSet<string> LinkIdsOf(JsonElement response)
    {
        if (ForeignQuestionnaire.Array(response, "item") is not { } items)
        {
            return [];
        }

        return [.. items.EnumerateArray()
            .Where(item => ForeignQuestionnaire.Array(item, "answer") is not null)
            .Select(item => ForeignQuestionnaire.Text(item, "linkId"))
            .OfType<string>()];
    }
}
