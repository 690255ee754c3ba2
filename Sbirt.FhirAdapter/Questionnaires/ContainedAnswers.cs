using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>The answer lists a Questionnaire carries inside it as contained ValueSets.</summary>
internal sealed class ContainedAnswers
{
    private readonly Dictionary<string, ImmutableArray<ForeignOption>> sets = new(StringComparer.Ordinal);

    internal static ContainedAnswers Of(JsonElement questionnaire)
    {
        var answers = new ContainedAnswers();
        if (ForeignQuestionnaire.Array(questionnaire, "contained") is not { } contained)
        {
            return answers;
        }

        foreach (var resource in contained.EnumerateArray())
        {
            if (resource.ValueKind == JsonValueKind.Object
                && ForeignQuestionnaire.Text(resource, "resourceType") == "ValueSet"
                && ForeignQuestionnaire.Text(resource, "id") is { } id)
            {
                answers.sets["#" + id] = Concepts(resource);
            }
        }

        return answers;
    }

    /// <summary>The item's own options, or those of the contained set it names.</summary>
    internal ImmutableArray<ForeignOption> OptionsOf(JsonElement item)
    {
        if (ForeignQuestionnaire.Array(item, "answerOption") is { } options)
        {
            return [.. options.EnumerateArray().Select(ForeignOption.Read).OfType<ForeignOption>()];
        }

        return ForeignQuestionnaire.Text(item, "answerValueSet") is { } name && sets.TryGetValue(name, out var set)
            ? set
            : [];
    }

    private static ImmutableArray<ForeignOption> Concepts(JsonElement valueSet)
    {
        var options = ImmutableArray.CreateBuilder<ForeignOption>();
        if (valueSet.TryGetProperty("compose"u8, out var compose)
            && ForeignQuestionnaire.Array(compose, "include") is { } includes)
        {
            foreach (var include in includes.EnumerateArray())
            {
                if (ForeignQuestionnaire.Array(include, "concept") is { } concepts)
                {
                    options.AddRange(concepts.EnumerateArray()
                        .Select(concept => Concept(concept, ForeignQuestionnaire.Text(include, "system")))
                        .OfType<ForeignOption>());
                }
            }
        }

        return options.ToImmutable();
    }

    private static ForeignOption? Concept(JsonElement concept, string? system)
    {
        if (concept.ValueKind != JsonValueKind.Object || ForeignQuestionnaire.Text(concept, "code") is not { } code)
        {
            return null;
        }

        var weights = ImmutableArray<decimal>.Empty;
        StatedWeights.ReadFrom(concept, ref weights);
        return new ForeignOption(system, code, ForeignQuestionnaire.Text(concept, "display"), weights);
    }
}
