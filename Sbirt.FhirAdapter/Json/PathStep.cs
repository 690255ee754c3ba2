using System.Globalization;
using System.Text;
using Sbirt.FhirAdapter.Structure.Table;

namespace Sbirt.FhirAdapter.Json;

/// <summary>One step of a simple FHIRPath expression: an element's name, and which of its repetitions.</summary>
internal sealed record PathStep(byte[] Name, int Index)
{
    /// <summary>
    /// The steps below the resource. A leading type name and <c>ofType(…)</c> name no JSON property and are left
    /// out; reading stops at the first step that is not a name with an index.
    /// </summary>
    public static IReadOnlyList<PathStep> Parse(string fhirPath)
    {
        var steps = new List<PathStep>();
        var parts = fhirPath.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if ((i == 0 && part.Length > 0 && char.IsAsciiLetterUpper(part[0]))
                || part.StartsWith("ofType(", StringComparison.Ordinal))
            {
                continue;
            }

            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            var index = 0;
            var isStep = name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)
                && (bracket < 0 || (part[^1] == ']' && int.TryParse(
                    part.AsSpan(bracket + 1, part.Length - bracket - 2),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out index)));
            if (!isStep)
            {
                break;
            }

            steps.Add(new PathStep(Encoding.UTF8.GetBytes(name), index));
        }

        return steps;
    }

    /// <summary>Whether a JSON property holds this step: by its name, or as one type of a choice.</summary>
    public bool Names(ReadOnlySpan<byte> property) =>
        property.StartsWith(Name)
        && (property.Length == Name.Length || StructureTable.R4.IsTypeSuffix(property[Name.Length..]));
}
