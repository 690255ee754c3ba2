using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>What stands around the items of a QuestionnaireResponse.</summary>
internal readonly struct ResponseHeader
{
    private readonly bool isResponse;
    private readonly bool modified;
    private readonly bool ruled;
    private readonly JsonElement identifier;

    // One pass over the properties: a lookup by name would search the object again for each of them.
    internal ResponseHeader(JsonElement response)
    {
        foreach (var property in response.EnumerateObject())
        {
            var value = property.Value;
            var name = RawJson.NameOf(property);
            if (name.SequenceEqual("item"u8))
            {
                Items = value;
            }
            else if (name.SequenceEqual("resourceType"u8))
            {
                isResponse = value.ValueKind == JsonValueKind.String && value.ValueEquals("QuestionnaireResponse"u8);
            }
            else if (name.SequenceEqual("questionnaire"u8))
            {
                Questionnaire = Text(value);
            }
            else if (name.SequenceEqual("status"u8))
            {
                Status = StatusOf(value);
            }
            else if (name.SequenceEqual("subject"u8))
            {
                Subject = ReferenceOf(value);
            }
            else if (name.SequenceEqual("authored"u8))
            {
                Authored = Text(value);
            }
            else if (name.SequenceEqual("id"u8))
            {
                Id = Text(value);
            }
            else if (name.SequenceEqual("identifier"u8))
            {
                identifier = value;
            }
            else if (name.SequenceEqual("language"u8))
            {
                Language = LanguageTag.Parse(Text(value));
            }
            else if (name.SequenceEqual("source"u8))
            {
                SelfCompleted = IsThePatient(value);
            }
            else if (name.SequenceEqual("modifierExtension"u8))
            {
                modified = true;
            }
            else if (name.SequenceEqual("implicitRules"u8))
            {
                ruled = true;
            }
        }
    }

    internal JsonElement Items { get; }

    internal string? Questionnaire { get; }

    internal ResponseStatus? Status { get; }

    internal string? Subject { get; }

    internal string? Authored { get; }

    internal string? Id { get; }

    internal Language? Language { get; }

    internal bool? SelfCompleted { get; }

    /// <summary>Why the response cannot be used whatever its items say; null: nothing.</summary>
    internal Reason? Fault() =>
        !isResponse ? ReadingReasons.NotAResponse
        : modified ? ReadingReasons.ModifierExtension(ItemPath.Root)
        : ruled ? ReadingReasons.ImplicitRules
        : Status is null ? ReadingReasons.StatusNotUsable
        : null;

    internal BusinessIdentifier? Identifier() =>
        identifier.ValueKind == JsonValueKind.Object
        && identifier.TryGetProperty("value"u8, out var value) && Text(value) is { } text
            ? new BusinessIdentifier(
                identifier.TryGetProperty("system"u8, out var system) ? Text(system) : null, text)
            : null;

    private static ResponseStatus? StatusOf(JsonElement status) =>
        status.ValueKind != JsonValueKind.String ? null
        : status.ValueEquals("completed"u8) ? ResponseStatus.Completed
        : status.ValueEquals("amended"u8) ? ResponseStatus.Amended
        : status.ValueEquals("in-progress"u8) ? ResponseStatus.InProgress
        : null;

    private static bool? IsThePatient(JsonElement source)
    {
        if (source.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var type = source.TryGetProperty("type"u8, out var named) ? Text(named) : null;
        type ??= ReferenceOf(source) is { } reference ? TypeOf(reference) : null;
        return type switch
        {
            "Patient" => true,
            "Practitioner" or "PractitionerRole" => false,
            _ => null,
        };
    }

    private static string? TypeOf(string reference)
    {
        var parts = reference.Split('/');
        return parts.Length >= 2 ? parts[^2] : null;
    }

    private static string? ReferenceOf(JsonElement reference) =>
        reference.ValueKind == JsonValueKind.Object && reference.TryGetProperty("reference"u8, out var text)
            ? Text(text)
            : null;

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
