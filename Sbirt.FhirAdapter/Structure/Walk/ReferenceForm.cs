namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>The forms of <c>Reference.reference</c>, https://hl7.org/fhir/R4/references.html#literal.</summary>
internal enum ReferenceForm
{
    Malformed,

    /// <summary><c>#id</c> of a contained resource, or <c>#</c> for the resource that contains.</summary>
    Contained,

    /// <summary><c>Type/id</c> or <c>Type/id/_history/version</c>.</summary>
    Relative,

    /// <summary><c>Type?search</c>, which a transaction resolves.</summary>
    Conditional,

    /// <summary>A URL or URN; what it points to cannot be seen from here.</summary>
    Absolute,
}
