namespace Sbirt.FhirAdapter.Structure.Primitives;

/// <summary>Primitive types that are written alike share one kind.</summary>
internal enum PrimitiveKind
{
    None,
    Boolean,
    Decimal,
    Integer,
    PositiveInt,
    UnsignedInt,
    String,
    Code,
    Id,
    Uri,
    Oid,
    Uuid,
    Date,
    DateTime,
    Instant,
    Time,
    Base64Binary,
}
