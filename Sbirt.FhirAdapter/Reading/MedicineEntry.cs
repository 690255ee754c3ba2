using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Reads one medicine resource.</summary>
internal sealed class MedicineEntry(MedicineLibrary library, MedicineReferences references, MedicineResources resources, MedicineResource entry)
{
    private readonly ImmutableArray<UnreadMedicine>.Builder unread = ImmutableArray.CreateBuilder<UnreadMedicine>();

    private JsonElement Resource => entry.Resource;

    public MedicineEntryRead Read()
    {
        var state = MedicineState.Of(entry);
        if (state == MedicineStanding.LeftOut)
        {
            return Nothing();
        }

        if (IsOfAnother())
        {
            return Refuse(UnreadReason.AnotherPerson, "subject");
        }

        if (state == MedicineStanding.NotTold)
        {
            return Refuse(UnreadReason.StatusUnknown, "status");
        }

        return HasUnknownModifier(Resource) || Dosages().Any(HasUnknownModifier)
            ? Refuse(UnreadReason.ModifierExtension, "modifierExtension")
            : ReadMedicine();
    }

    private MedicineEntryRead ReadMedicine()
    {
        var concept = Resource.Member("medicationCodeableConcept");
        if (Resource.Member("medicationReference") is { } reference)
        {
            if (references.Follow(Resource, reference) is not { } medication)
            {
                return reference.Text("display") is { } display && library.Match([], [display]) is MedicineMatch.Known named
                    ? ReadUse(named)
                    : Refuse(UnreadReason.ReferenceMissing, "medicationReference");
            }

            if (HasUnknownModifier(medication.Resource))
            {
                return Refuse(UnreadReason.ModifierExtension, "medicationReference");
            }

            concept = ConceptOf(medication.Resource);
        }

        return library.Match(CodesOf(concept), NamesOf(concept)) switch
        {
            MedicineMatch.Known known => ReadUse(known),
            MedicineMatch.Unread why => Refuse(why.Reason, "medication"),
            _ => Nothing(),
        };
    }

    private MedicineEntryRead ReadUse(MedicineMatch.Known known)
    {
        var order = entry.Type == "MedicationDispense"
            ? Resource.Items("authorizingPrescription").Select(one => references.Follow(Resource, one)).FirstOrDefault(one => one is not null)
            : null;
        var dosages = Dosages();
        if (dosages.IsEmpty && order is { } ordered)
        {
            dosages = [.. ordered.Resource.Items("dosageInstruction")];
        }

        var asNeeded = dosages.Any(IsAsNeeded);
        var dose = new MedicineDose(library, known, Note);
        var daily = asNeeded ? null : dose.Daily(dosages);
        var (days, isEstimate) = new MedicineDays(library, Note).Of(Resource, entry.Type, dosages, asNeeded);
        var requester = order is { } prescribed ? prescribed.Resource.Member("requester") : Resource.Member("requester");
        var source = references.SourceOf(order?.Resource ?? Resource, requester);
        return new MedicineEntryRead(
            new MedicineUse(
                entry.Key,
                known.Ingredient,
                KindOf(),
                entry.IsDraft,
                MedicineDates.StartOf(Resource, entry.Type),
                days,
                isEstimate,
                daily,
                asNeeded,
                entry.IsDraft ? new PrescribingSource(source.Prescriber ?? resources.DraftSource.Prescriber, source.Institution ?? resources.DraftSource.Institution) : source,
                PrescriptionOf(order?.Resource ?? Resource),
                known.ByName),
            unread.ToImmutable(),
            order?.Key);
    }

    private UseKind KindOf() => entry.Type switch
    {
        "MedicationDispense" => UseKind.Dispensing,
        "MedicationStatement" => UseKind.Statement,
        _ => UseKind.Order,
    };

    private ImmutableArray<JsonElement> Dosages() =>
        [.. Resource.Items(entry.Type == "MedicationStatement" ? "dosage" : "dosageInstruction")];

    private static bool IsAsNeeded(JsonElement dosage) =>
        dosage.Member("asNeededBoolean") is { ValueKind: JsonValueKind.True } || dosage.Member("asNeededCodeableConcept") is not null;

    private static bool HasUnknownModifier(JsonElement element) =>
        element.Member("modifierExtension") is not null || element.Member("implicitRules") is not null;

    private bool IsOfAnother() =>
        MedicineReferences.Tail(resources.Patient?.Contains('/', StringComparison.Ordinal) == false ? "Patient/" + resources.Patient : resources.Patient) is { } patient
        && MedicineReferences.Tail(Resource.Member("subject").Text("reference")) is { } subject
        && subject.StartsWith("Patient/", StringComparison.Ordinal)
        && subject != patient;

    /// <summary>A Medication's own code, or that of its one ingredient.</summary>
    private static JsonElement? ConceptOf(JsonElement medication)
    {
        var ingredients = medication.Items("ingredient").ToImmutableArray();
        return medication.Member("code") ?? (ingredients is [var only] ? only.Member("itemCodeableConcept") : null);
    }

    private static IEnumerable<Code> CodesOf(JsonElement? concept) =>
        from coding in concept.Items("coding")
        let system = coding.Text("system")
        let value = coding.Text("code")
        where system is not null && value is not null
        select new Code(system, value);

    private static IEnumerable<string> NamesOf(JsonElement? concept) =>
        concept.Items("coding").Select(coding => coding.Text("display")).Append(concept.Text("text")).OfType<string>();

    private static string? PrescriptionOf(JsonElement order) =>
        order.Member("groupIdentifier").Text("value") is { } value ? $"{order.Member("groupIdentifier").Text("system")}|{value}" : null;

    private void Note(UnreadReason reason, string place) =>
        unread.Add(new UnreadMedicine(reason, entry.Key, $"{entry.Type}.{place}", entry.IsDraft));

    private MedicineEntryRead Refuse(UnreadReason reason, string place)
    {
        Note(reason, place);
        return Nothing();
    }

    private MedicineEntryRead Nothing() => new(null, unread.ToImmutable(), null);
}

/// <summary>What came of one resource.</summary>
/// <param name="Fulfils">Key of the order it hands out.</param>
internal sealed record MedicineEntryRead(MedicineUse? Use, ImmutableArray<UnreadMedicine> Unread, string? Fulfils);
