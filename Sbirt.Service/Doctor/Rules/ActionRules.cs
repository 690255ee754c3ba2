namespace Sbirt.Service.Doctor.Rules;

/// <summary>One action of a suggestion or of the system: what is created, updated or deleted.</summary>
internal static class ActionRules
{
    public static void Check(PlacedValue action, DoctorNotes notes)
    {
        var type = notes.Word("127", action, "type", "create", "update", "delete");
        if (type == "delete")
        {
            CheckDelete(action, notes);
            return;
        }

        if (action["resource"] is { } resource)
        {
            if (notes.IsObject("130", resource) && resource["resourceType"] is null)
            {
                notes.Add("130", resource, "FHIR リソースではありません(resourceType がない)。", "This is no FHIR resource: resourceType is missing.");
            }
        }
        else if (type is not null)
        {
            notes.Add(type == "create" ? "131" : "132", action, "「resource」がありません。", "\"resource\" is missing.");
        }

        notes.OptionalText("135", action, "resourceId");
    }

    private static void CheckDelete(PlacedValue action, DoctorNotes notes)
    {
        if (action["resource"] is { } resource)
        {
            notes.Add("133", resource, "delete に「resource」は付けません。", "A delete has no \"resource\".");
        }

        if (action["resourceId"] is null)
        {
            notes.Add("134", action, "delete には「resourceId」(型/id)を付けます。", "A delete should have a \"resourceId\", such as Type/id.");
            return;
        }

        notes.Text("135", action, "resourceId");
    }
}
