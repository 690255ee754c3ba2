namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>The stable codes of structure faults, and how what was expected is listed.</summary>
internal static class FaultCodes
{
    public const string ResourceTypeMissing = "resource-type-missing";
    public const string ResourceTypeUnknown = "resource-type-unknown";
    public const string UnknownElement = "unknown-element";
    public const string Missing = "element-missing";
    public const string Empty = "element-empty";
    public const string Duplicate = "duplicate-key";
    public const string NotAnArray = "not-an-array";
    public const string NotRepeatable = "not-repeatable";
    public const string WrongKind = "wrong-json-kind";
    public const string Malformed = "primitive-malformed";
    public const string Misaligned = "primitive-misaligned";
    public const string ChoiceWrongType = "choice-wrong-type";
    public const string ChoiceRepeated = "choice-repeated";
    public const string CodeUnknown = "code-not-in-value-set";
    public const string ReferenceMalformed = "reference-malformed";
    public const string ReferenceWrongType = "reference-wrong-type";
    public const string ReferenceNotContained = "reference-not-contained";
    public const string ContainedNested = "contained-nested";
    public const string ContainedWithoutId = "contained-without-id";
    public const string ExtensionContent = "extension-content";
    public const string TooMany = "too-many-faults";

    private const int ListedAtMost = 20;

    /// <summary>What was expected, as a list that stays readable.</summary>
    public static string OneOf(IEnumerable<string> names)
    {
        var listed = names.Take(ListedAtMost + 1).ToArray();
        return listed.Length > ListedAtMost
            ? string.Join(" | ", listed[..ListedAtMost]) + " | …"
            : string.Join(" | ", listed);
    }
}
