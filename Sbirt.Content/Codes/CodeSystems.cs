namespace Sbirt.Content.Codes;

/// <summary>
/// URIs of the code systems the content uses. Our own live under one base; <c>.example</c> (RFC 2606) says
/// that the address is a name and is not served.
/// </summary>
public static class CodeSystems
{
    public const string Base = "https://sbirt.example/fhir";
    public const string Loinc = "http://loinc.org";

    /// <summary>Our items, scales and instruments, where no LOINC code is verified.</summary>
    public const string Items = Base + "/CodeSystem/sbirt-items";

    /// <summary>Our answer options: <c>{option code}</c>, unique within an item.</summary>
    public const string Answers = Base + "/CodeSystem/sbirt-answers";

    /// <summary>Bands of the threshold packs: <c>{pack}.{instrument}.{band}</c>.</summary>
    public const string Bands = Base + "/CodeSystem/sbirt-bands";

    /// <summary>Reasons, integrity points and safety points.</summary>
    public const string Reasons = Base + "/CodeSystem/sbirt-reasons";

    /// <summary>For whom a text of the talk is: <c>clinician</c>, <c>patient</c> or <c>family</c>.</summary>
    public const string Readers = Base + "/CodeSystem/sbirt-reader";

    /// <summary>Kinds of places a person can be handed over to.</summary>
    public const string ResourceTypes = Base + "/CodeSystem/sbirt-resource-type";
}
