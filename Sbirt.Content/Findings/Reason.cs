using Sbirt.Content.Languages;

namespace Sbirt.Content.Findings;

/// <summary>
/// Why something was refused or noticed: a stable code, a sentence for a person (what, where, how to mend
/// it), and the place in the input. The sentence never repeats what the input said.
/// </summary>
/// <param name="Code">Stable, kebab-case, e.g. <c>answer-out-of-range</c>.</param>
/// <param name="Text">The sentence in both languages.</param>
/// <param name="Path">FHIRPath expression or content path of the input it is about; null when it is the whole.</param>
/// <param name="At">Line and column in the text that was sent, where that is known; otherwise null.</param>
public sealed record Reason(string Code, Localized Text, string? Path = null, TextPlace? At = null)
{
    /// <summary>The same reason with its path led back to where the resource stands in what was sent.</summary>
    /// <param name="root">Path of the resource, e.g. <c>Bundle.entry[2].resource</c>, in place of its type name.</param>
    public Reason Under(string root)
    {
        if (Path is null)
        {
            return this;
        }

        var rest = Path.IndexOf('.', StringComparison.Ordinal);
        return this with { Path = rest < 0 ? root : root + Path[rest..] };
    }
}
