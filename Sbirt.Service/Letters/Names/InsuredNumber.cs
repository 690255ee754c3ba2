using System.Text;

namespace Sbirt.Service.Letters.Names;

/// <summary>
/// The number of an insured person, for finding one person in two lists. Spreadsheets drop leading zeros and widths differ,
/// so both are set aside; where a branch is told on one side only, the lists are taken to mean the same person.
/// </summary>
internal readonly record struct InsuredNumber
{
    private readonly string branch;

    public InsuredNumber(string insurer, string symbol, string number, string branch)
    {
        Household = string.Join('\u001F', Plain(insurer), Plain(symbol), Plain(number));
        this.branch = Plain(branch);
        IsTold = Plain(insurer).Length > 0 && Plain(number).Length > 0;
    }

    /// <summary>Insurer, symbol and number, which a household shares.</summary>
    public string Household { get; }

    public bool IsTold { get; }

    /// <summary>To be safe, who may be meant is meant: a letter too few can be written later.</summary>
    public bool MayBe(InsuredNumber other) =>
        IsTold && other.IsTold && Household == other.Household && (branch.Length == 0 || other.branch.Length == 0 || branch == other.branch);

    private static string Plain(string written)
    {
        var plain = written.Normalize(NormalizationForm.FormKC).Trim();
        return plain.TrimStart('0') is { Length: > 0 } told ? told : plain.Length > 0 ? "0" : "";
    }
}
