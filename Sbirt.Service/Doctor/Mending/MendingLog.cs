using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Doctor.Mending;

/// <summary>Keeps every change, and finds the parts of a document that are mended.</summary>
internal sealed class MendingLog
{
    private readonly ImmutableArray<DoctorChange>.Builder changes = ImmutableArray.CreateBuilder<DoctorChange>();

    public ImmutableArray<DoctorChange> Changes => changes.ToImmutable();

    /// <param name="at">The part that was changed, still in its document.</param>
    public void Add(JsonNode at, string ja, string en) => changes.Add(new DoctorChange(PointerOf(at), new Localized(ja, en)));

    /// <summary>Takes a member out.</summary>
    public void Remove(JsonObject holder, string name, string ja, string en)
    {
        changes.Add(new DoctorChange($"{PointerOf(holder)}/{Escaped(name)}", new Localized(ja, en)));
        holder.Remove(name);
    }

    /// <summary>Puts a text in the place of what a member held.</summary>
    public void Set(JsonObject holder, string name, string value, string ja, string en)
    {
        holder[name] = value;
        Add(holder[name]!, ja, en);
    }

    /// <summary>Writes a known word in its right case.</summary>
    public void SetCase(JsonObject holder, string name, params string[] words)
    {
        if (TextOf(holder, name) is { } text
            && words.FirstOrDefault(word => word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } right
            && right != text)
        {
            Set(holder, name, right, $"「{right}」に書き改めました。", $"Written as \"{right}\".");
        }
    }

    public static string? TextOf(JsonObject holder, string name) =>
        holder[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The objects of an array member; none when it is no array.</summary>
    public static IEnumerable<JsonObject> Objects(JsonObject? holder, string name) =>
        (holder?[name] as JsonArray)?.OfType<JsonObject>().ToArray() ?? [];

    private static string PointerOf(JsonNode node) => node.Parent switch
    {
        JsonObject holder => $"{PointerOf(holder)}/{Escaped(node.GetPropertyName())}",
        JsonArray holder => $"{PointerOf(holder)}/{node.GetElementIndex()}",
        _ => "",
    };

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
