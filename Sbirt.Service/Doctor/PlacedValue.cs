using System.Text;
using System.Text.Json;

namespace Sbirt.Service.Doctor;

/// <summary>A JSON value that knows where it stands: its pointer, and its first and last byte.</summary>
internal sealed class PlacedValue(PlacedValue? parent, string step, JsonValueKind kind, int offset)
{
    private readonly List<PlacedValue> members = [];

    public JsonValueKind Kind { get; } = kind;

    /// <summary>First byte of its name, or of itself when it has none.</summary>
    public int NameOffset { get; private init; } = offset;

    public int Offset { get; private init; } = offset;

    /// <summary>First byte after it.</summary>
    public int End { get; private set; } = offset;

    /// <summary>The name it has in its object, or its index in its array.</summary>
    public string Step { get; } = step;

    /// <summary>The text of a string; otherwise empty.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Members of an object or array, in order.</summary>
    public IReadOnlyList<PlacedValue> Members => members;

    public string Pointer => parent is null
        ? ""
        : $"{parent.Pointer}/{Step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public bool IsObject => Kind == JsonValueKind.Object;

    public bool IsArray => Kind == JsonValueKind.Array;

    public bool IsText => Kind == JsonValueKind.String && Text.Length > 0;

    /// <summary>null, "", [] or {}.</summary>
    public bool IsEmpty => Kind == JsonValueKind.Null
        || (Kind == JsonValueKind.String && Text.Length == 0)
        || (Kind is JsonValueKind.Array or JsonValueKind.Object && members.Count == 0);

    /// <summary>The member of that name; null when it is absent or this is no object.</summary>
    public PlacedValue? this[string name] => IsObject ? members.Find(member => member.Step == name) : null;

    /// <summary>The deepest value that holds a byte, its name included.</summary>
    public PlacedValue At(int offset) =>
        members.Find(member => member.NameOffset <= offset && offset < member.End)?.At(offset) ?? this;

    /// <summary>The tree of a text that was found well-formed.</summary>
    public static PlacedValue Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1000 });
        var open = new Stack<PlacedValue>();
        var name = "";
        var nameOffset = -1;
        while (reader.Read())
        {
            var at = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    nameOffset = at;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var closed = open.Pop();
                    closed.End = (int)reader.BytesConsumed;
                    if (open.Count == 0)
                    {
                        return closed;
                    }

                    continue;
            }

            var holder = open.TryPeek(out var parent) ? parent : null;
            var value = new PlacedValue(holder, holder?.IsArray == true ? $"{holder.members.Count}" : name, KindOf(reader.TokenType), at)
            {
                NameOffset = holder?.IsObject == true ? nameOffset : at,
                Offset = at,
                Text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "",
                End = (int)reader.BytesConsumed,
            };
            holder?.members.Add(value);
            if (value.IsObject || value.IsArray)
            {
                open.Push(value);
            }
        }

        throw new InvalidOperationException($"The outermost value is no object: {Encoding.UTF8.GetCharCount(utf8)} characters.");
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };
}
