using System.Text;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Structure.Walk;

/// <summary>A name that the table does not have here: a choice in a type it cannot have, or no element at all.</summary>
internal readonly ref struct UnknownProperty(StructureTable table, FaultCollector faults)
{
    private const int LongestName = 64;

    private readonly StructureTable _table = table;
    private readonly FaultCollector _faults = faults;

    public void Report(ref OpenObject open, ReadOnlySpan<byte> name, int at)
    {
        foreach (var choice in open.Type.Choices)
        {
            if (name.StartsWith(choice.Utf8Name) && _table.IsTypeSuffix(name[choice.Utf8Name.Length..]))
            {
                var types = choice.Properties.Select(property => property.Type.Name);
                _faults.AddBelow(choice, FaultCodes.ChoiceWrongType, at, FaultCodes.OneOf(types));
                open.Values |= choice.Bit;
                return;
            }
        }

        if (CanBeRepeated(name))
        {
            _faults.AddBelow(Encoding.ASCII.GetString(name), FaultCodes.UnknownElement, at);
            return;
        }

        _faults.Add(FaultCodes.UnknownElement, at);
    }

    // Only what could be an element's name is repeated in the answer; anything else is the caller's text.
    private static bool CanBeRepeated(ReadOnlySpan<byte> name)
    {
        foreach (var b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b))
            {
                return false;
            }
        }

        return name.Length is > 0 and <= LongestName && char.IsAsciiLetter((char)name[0]);
    }
}
