using System.Text.Json;
using Sbirt.Content.Claims;
using Sbirt.Content.Codes;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Directory;

namespace Sbirt.FhirAdapter.Claims;

/// <summary>What codes of medicines mean to a scan: the code a fact carries, and the number of the ingredient.</summary>
internal sealed class ClaimMedicines(MedicineLibrary library)
{
    private const int NotOurs = -1;

    private readonly Dictionary<Ingredient, int> numbers =
        library.Ingredients.Select((ingredient, number) => (ingredient, number)).ToDictionary(each => each.ingredient, each => each.number);

    /// <summary>The medicine of a CodeableConcept; null: nobody can tell whether it is one of ours.</summary>
    public (ShortCode Code, int Ingredient, MedicineMatch.Known? Known)? Of(JsonElement? concept)
    {
        var codes = CodesOf(concept).ToList();
        var code = library.FactCode(codes) is { } told ? ShortCode.Of(told) : null;
        return library.Match(codes, NamesOf(concept)) switch
        {
            MedicineMatch.Known known => (code ?? ShortCode.None, numbers[known.Ingredient], known),
            MedicineMatch.Elsewhere when code is { IsNone: false } => (code.Value, NotOurs, null),
            _ => null,
        };
    }

    private static IEnumerable<Code> CodesOf(JsonElement? concept) =>
        from coding in concept.Items("coding")
        let system = coding.Text("system")
        let value = coding.Text("code")
        where system is not null && value is not null
        select new Code(system, value);

    private static IEnumerable<string> NamesOf(JsonElement? concept) =>
        concept.Items("coding").Select(coding => coding.Text("display")).Append(concept.Text("text")).OfType<string>();
}
