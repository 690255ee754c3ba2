using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>A Questionnaire that somebody sent: as much of it as matching needs.</summary>
internal sealed record ForeignQuestionnaire(
    string? Id,
    string? Url,
    string? Version,
    ImmutableArray<Code> Codes,
    ImmutableArray<ForeignItem> Items)
{
    /// <summary>Items deeper than this are not read; a response to them is refused for its depth anyway.</summary>
    private const int MaxDepth = 30;

    /// <summary>The Questionnaire, or null when the element is something else.</summary>
    internal static ForeignQuestionnaire? Read(JsonElement resource)
    {
        if (resource.ValueKind != JsonValueKind.Object || Text(resource, "resourceType") != "Questionnaire")
        {
            return null;
        }

        var sets = ContainedAnswers.Of(resource);
        var items = ImmutableArray.CreateBuilder<ForeignItem>();
        Gather(resource, "Questionnaire", items, sets, 0);
        return new ForeignQuestionnaire(
            Text(resource, "id"), Text(resource, "url"), Text(resource, "version"), CodesOf(resource), items.ToImmutable());
    }

    private static void Gather(
        JsonElement parent, string path, ImmutableArray<ForeignItem>.Builder into, ContainedAnswers sets, int depth)
    {
        if (depth > MaxDepth || Array(parent, "item") is not { } items)
        {
            return;
        }

        var index = -1;
        foreach (var item in items.EnumerateArray())
        {
            index++;
            if (item.ValueKind == JsonValueKind.Object && Text(item, "linkId") is { } linkId)
            {
                var own = string.Create(CultureInfo.InvariantCulture, $"{path}.item[{index}]");
                into.Add(new ForeignItem(
                    linkId,
                    own,
                    Text(item, "type") ?? "",
                    Text(item, "text"),
                    CodesOf(item),
                    IsComputed(item),
                    sets.OptionsOf(item)));
                Gather(item, own, into, sets, depth + 1);
            }
        }
    }

    private static bool IsComputed(JsonElement item) =>
        Array(item, "extension") is { } extensions
        && extensions.EnumerateArray().Any(extension =>
            extension.ValueKind == JsonValueKind.Object
            && Text(extension, "url")?.EndsWith("alculatedExpression", StringComparison.Ordinal) == true);

    internal static ImmutableArray<Code> CodesOf(JsonElement element) =>
        Array(element, "code") is not { } codes
            ? []
            : [.. codes.EnumerateArray()
                .Where(code => code.ValueKind == JsonValueKind.Object && Text(code, "code") is not null)
                .Select(code => new Code(Text(code, "system") ?? "", Text(code, "code")!, Text(code, "display")))];

    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    internal static JsonElement? Array(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value
            : null;
}

/// <summary>One item of a foreign form.</summary>
/// <param name="Path">FHIRPath of the item in the form, for messages.</param>
/// <param name="Computed">It has a calculatedExpression: a stated total, not an answer.</param>
internal sealed record ForeignItem(
    string LinkId,
    string Path,
    string Type,
    string? Text,
    ImmutableArray<Code> Codes,
    bool Computed,
    ImmutableArray<ForeignOption> Options);

/// <summary>One answer option of a foreign item with the scores the form attaches to it.</summary>
internal sealed record ForeignOption(string? System, string Code, string? Display, ImmutableArray<decimal> Weights)
{
    /// <summary>From an <c>answerOption</c>; null when it holds neither coding nor text.</summary>
    internal static ForeignOption? Read(JsonElement option)
    {
        if (option.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var weights = ImmutableArray<decimal>.Empty;
        StatedWeights.ReadFrom(option, ref weights);
        if (option.TryGetProperty("valueCoding"u8, out var coding) && coding.ValueKind == JsonValueKind.Object)
        {
            StatedWeights.ReadFrom(coding, ref weights);
            var display = ForeignQuestionnaire.Text(coding, "display");
            var code = ForeignQuestionnaire.Text(coding, "code") ?? display;
            return code is null
                ? null
                : new ForeignOption(ForeignQuestionnaire.Text(coding, "system"), code, display, weights);
        }

        return ForeignQuestionnaire.Text(option, "valueString") is { } text
            ? new ForeignOption(null, text, text, weights)
            : null;
    }
}
