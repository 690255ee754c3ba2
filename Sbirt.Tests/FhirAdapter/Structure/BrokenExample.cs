using System.Text.Json.Nodes;
using Sbirt.FhirAdapter.Structure.Primitives;

namespace Sbirt.Tests.FhirAdapter.Structure;

/// <summary>An example broken in one place: the text, and the fault that must be found there.</summary>
internal sealed record BrokenExample(string Text, string Code, string FhirPath)
{
    public static readonly string[] Ways =
        ["element renamed", "required dropped", "primitive malformed", "wrong choice type", "code outside binding"];

    /// <summary>Breaks the example in the way named, at a place drawn from the seed; null when it has no such place.</summary>
    public static BrokenExample? Of(R4Example example, string way, Random random)
    {
        var resource = JsonNode.Parse(example.Utf8)!.AsObject();
        var places = ExamplePlaces.Of(resource).Where(place => Suits(place, way)).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var (code, path) = Break(places[random.Next(places.Length)], way);
        return new BrokenExample(resource.ToJsonString(), code, path);
    }

    private static bool Suits(ExamplePlace place, string way) => way switch
    {
        "element renamed" => !place.Owner.ContainsKey("_" + place.Name),
        "required dropped" => place.Property.Element.IsRequired && !place.Owner.ContainsKey("_" + place.Name),
        "primitive malformed" => place.Value is not JsonArray && Malformed(place.Property.Type.Primitive) is not null,
        "wrong choice type" => place.Property.Element.IsChoice && !place.Owner.ContainsKey("_" + place.Name),
        "code outside binding" => place.Property is { Element.Codes: not null, Type.Primitive: PrimitiveKind.Code },
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    private static (string Code, string Path) Break(ExamplePlace place, string way)
    {
        var value = place.Value;
        switch (way)
        {
            case "element renamed":
                place.Owner.Remove(place.Name);
                place.Owner[place.Name + "Zz"] = value;
                return ("unknown-element", $"{place.OwnerPath}.{place.Name}Zz");
            case "required dropped":
                place.Owner.Remove(place.Name);
                return ("element-missing", $"{place.OwnerPath}.{place.Property.Element.Name}");
            case "wrong choice type":
                place.Owner.Remove(place.Name);
                place.Owner[place.Property.Element.Name + "Narrative"] = value;
                return ("choice-wrong-type", $"{place.OwnerPath}.{place.Property.Element.Name}");
            case "code outside binding":
                JsonNode outside = "not-a-code-of-this-set";
                place.Owner[place.Name] = value is JsonArray ? new JsonArray(outside) : outside;
                return ("code-not-in-value-set", place.Path);
            default:
                var (code, bad) = Malformed(place.Property.Type.Primitive)!.Value;
                place.Owner[place.Name] = bad;
                return (code, place.Path);
        }
    }

    private static (string Code, JsonNode Bad)? Malformed(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Boolean => ("wrong-json-kind", "true"),
        PrimitiveKind.Decimal => ("wrong-json-kind", "1.0"),
        PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt =>
            ("primitive-malformed", 1.5m),
        PrimitiveKind.Date or PrimitiveKind.DateTime or PrimitiveKind.Instant => ("primitive-malformed", "2026-13-01"),
        PrimitiveKind.Time => ("primitive-malformed", "25:00:00"),
        PrimitiveKind.Id => ("primitive-malformed", "a_b"),
        PrimitiveKind.Uri or PrimitiveKind.Oid or PrimitiveKind.Uuid => ("primitive-malformed", "a b"),
        PrimitiveKind.Code => ("primitive-malformed", " a"),
        PrimitiveKind.String => ("element-empty", string.Empty),
        _ => null,
    };
}
