using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>
/// A property that must be compared with others of its object when the object ends: a choice, or an array of
/// primitives with the array of their ids and extensions.
/// </summary>
/// <param name="Property">The property.</param>
/// <param name="IsTwin">Whether it is written with an underscore.</param>
/// <param name="Offset">Where its name stands.</param>
/// <param name="Count">Members of its array; -1 for a single value.</param>
/// <param name="NullsFrom">First of its null members in the list of nulls.</param>
/// <param name="NullsTo">One past the last of them.</param>
internal readonly record struct PropertyNote(
    StructureProperty Property, bool IsTwin, int Offset, int Count, int NullsFrom, int NullsTo);
