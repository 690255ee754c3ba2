using System.Text.Json.Nodes;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.Tests.FhirAdapter.Structure;

/// <summary>One property of one object in an example, with the FHIRPath of its value.</summary>
internal sealed record ExamplePlace(JsonObject Owner, string OwnerPath, string Name, StructureProperty Property)
{
    public JsonNode? Value => Owner[Name];

    /// <summary>The path of the value, or of the first member of an array.</summary>
    public string Path => $"{OwnerPath}.{Property.Element.Name}" + (Value is JsonArray ? "[0]" : string.Empty);
}

/// <summary>
/// Walks a parsed example in the plain, slow way, so that what the validator says of a place can be held against
/// another way of finding it.
/// </summary>
internal static class ExamplePlaces
{
    public static List<ExamplePlace> Of(JsonObject resource)
    {
        var places = new List<ExamplePlace>();
        var type = ResourceType(resource);
        AddObject(places, resource, type.Name, type);
        return places;
    }

    private static void AddObject(List<ExamplePlace> places, JsonObject owner, string path, StructureType type)
    {
        foreach (var (name, value) in owner)
        {
            if (name[0] == '_' || (type.IsResource && name == "resourceType"))
            {
                continue;
            }

            var property = type.Elements.SelectMany(element => element.Properties).First(p => p.JsonName == name);
            places.Add(new ExamplePlace(owner, path, name, property));
            var below = $"{path}.{property.Element.Name}";
            if (value is JsonArray array)
            {
                for (var i = 0; i < array.Count; i++)
                {
                    AddValue(places, array[i], $"{below}[{i}]", property);
                }
            }
            else
            {
                AddValue(places, value, below, property);
            }
        }
    }

    private static void AddValue(List<ExamplePlace> places, JsonNode? value, string path, StructureProperty property)
    {
        if (value is JsonObject child)
        {
            var type = property.Type.Kind == StructureKind.Abstract ? ResourceType(child) : property.Type;
            AddObject(places, child, path, type);
        }
    }

    private static StructureType ResourceType(JsonObject resource) =>
        StructureTable.R4.Type(resource["resourceType"]!.GetValue<string>());
}
