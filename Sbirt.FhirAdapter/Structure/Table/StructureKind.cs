namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>What a FHIR type is, as far as its JSON goes.</summary>
internal enum StructureKind
{
    Primitive,
    Complex,
    Backbone,
    Resource,

    /// <summary>Resource and DomainResource: the JSON names a concrete type itself.</summary>
    Abstract,
}
