using System.Text.Json;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>
/// Looks ahead into a Coding or CodeableConcept whose binding is required: one of its codings must be in the value
/// set. A concept without any coded value is left alone, since R4 lets text or an extension stand in its place.
/// </summary>
internal static class BoundConcept
{
    /// <param name="ahead">A copy of the walk's reader, on the start of the object.</param>
    /// <param name="codes">The value set.</param>
    public static bool Fits(Utf8JsonReader ahead, CodeSet codes)
    {
        var depth = ahead.CurrentDepth;
        var anyCode = false;
        var anyFits = false;
        var coding = new CodingAhead();
        while (ahead.Read() && ahead.CurrentDepth > depth)
        {
            if (ahead.TokenType == JsonTokenType.StartObject)
            {
                coding = new CodingAhead();
            }
            else if (ahead.TokenType == JsonTokenType.PropertyName)
            {
                coding.Take(ref ahead);
            }

            if (ahead.TokenType == JsonTokenType.EndObject)
            {
                anyCode |= coding.Code is not null;
                anyFits |= coding.Fits(codes);
                coding = new CodingAhead();
            }
        }

        anyCode |= coding.Code is not null;
        anyFits |= coding.Fits(codes);
        return !anyCode || anyFits;
    }

    private struct CodingAhead
    {
        public byte[]? Code;
        private string? _system;

        /// <summary>From a property's name to the end of its value, but into the array of codings.</summary>
        public void Take(ref Utf8JsonReader ahead)
        {
            var isCode = ahead.ValueTextEquals("code"u8);
            var isSystem = ahead.ValueTextEquals("system"u8);
            var isCodings = ahead.ValueTextEquals("coding"u8);
            ahead.Read();
            if (isCode && ahead.TokenType == JsonTokenType.String)
            {
                Code = System.Text.Encoding.UTF8.GetBytes(ahead.GetString()!);
            }
            else if (isSystem && ahead.TokenType == JsonTokenType.String)
            {
                _system = ahead.GetString();
            }
            else if (!isCodings)
            {
                ahead.Skip();
            }
        }

        public readonly bool Fits(CodeSet codes) =>
            Code is not null && (_system is null ? codes.Has(Code) : codes.Has(_system, Code));
    }
}
