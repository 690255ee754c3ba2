using System.Text.Json;

namespace Sbirt.Service.Doctor.Rules;

/// <summary>What holds everywhere outside FHIR resources: nothing empty (row 3), extensions (rows 214 and 215).</summary>
internal static class GeneralRules
{
    public static void Check(PlacedValue root, DoctorNotes notes)
    {
        foreach (var member in root.Members)
        {
            Check(member, root, notes);
        }
    }

    /// <summary>Whether an empty value is one the specification gives a meaning: no cards, no services, nothing found.</summary>
    public static bool MayBeEmpty(PlacedValue value) =>
        value.Pointer is "/cards" or "/services" or "/feedback"
        || (value.Kind == JsonValueKind.Null && value.Pointer.StartsWith("/prefetch/", StringComparison.Ordinal));

    private static void Check(PlacedValue value, PlacedValue holder, DoctorNotes notes)
    {
        if (value.IsEmpty && !MayBeEmpty(value))
        {
            notes.Add("3", value, "空の値(null、\"\"、[]、{})は書きません。", "Empty values (null, \"\", [], {}) are left out.");
            return;
        }

        if (value.Step == "extension" && holder.IsObject)
        {
            CheckExtension(value, notes);
            return;
        }

        if (value["resourceType"] is not null)
        {
            EmbeddedFhir.Check(value, notes);
            return;
        }

        foreach (var member in value.Members)
        {
            Check(member, value, notes);
        }
    }

    private static void CheckExtension(PlacedValue extension, DoctorNotes notes)
    {
        if (notes.IsObject("214", extension)
            && extension.Members.FirstOrDefault(member => !member.Step.Contains('.', StringComparison.Ordinal)) is { } plain)
        {
            notes.Add(
                "215",
                plain,
                "拡張の名前には com.example.name のような逆順ドメイン名が勧められます。",
                "Names of extensions should be unique, such as com.example.name.");
        }
    }
}
