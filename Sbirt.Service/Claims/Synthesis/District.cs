using System.Globalization;
using System.Text;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// A neighbourhood: some thousand insured persons and the institutions they go to. Work is divided by districts, so that
/// memory does not grow with the number of members.
/// </summary>
internal sealed class District
{
    public const int Residents = 20_000;
    public const int Most = 9_999;
    public const int Clinics = 10;
    public const int Hospital = 10;
    public const int FirstDentist = 11;
    public const int Dentists = 3;
    public const int FirstPharmacy = 14;
    public const int Pharmacies = 6;
    public const int Institutions = FirstPharmacy + Pharmacies;

    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
    private readonly Institution[] institutions;

    public District(int number)
    {
        Number = number;
        institutions = [.. Enumerable.Range(0, Institutions).Select(index => Make(number, index))];
    }

    public int Number { get; }

    public Institution this[int index] => institutions[index];

    /// <summary>Text as claims hold it.</summary>
    public static byte[] Bytes(string text) => Cp932.GetBytes(text);

    // Real codes of the prefecture do not begin with 9: nobody is meant.
    private static Institution Make(int district, int index)
    {
        const int Invented = 9_000_000;
        var table = index >= FirstPharmacy ? 4 : index >= FirstDentist ? 3 : 1;
        var code = Invented + (district * 100) + index;
        var kind = index >= FirstPharmacy ? "薬局" : index >= FirstDentist ? "歯科医院" : index == Hospital ? "病院" : "医院";
        return new Institution(
            index,
            table,
            Encoding.ASCII.GetBytes(code.ToString(CultureInfo.InvariantCulture)),
            Bytes($"見本第{district + 1}地区{kind}{index + 1}"),
            WritesWideDigits: index % 3 == 1,
            TellsBranch: index is not (8 or 17),
            WritesEras: index is 5 or 18 && district % 4 == 0,
            HandsOut: index is 2 or 6);
    }
}

/// <summary>A made-up institution.</summary>
/// <param name="Index">Within its district.</param>
/// <param name="Table">点数表: 1 medical, 3 dental, 4 dispensing.</param>
/// <param name="Code">医療機関コード, seven digits.</param>
/// <param name="Name">In CP932.</param>
/// <param name="WritesWideDigits">Household symbol and number in full-width digits.</param>
/// <param name="TellsBranch">Writes the SN record with the branch number (枝番).</param>
/// <param name="WritesEras">Writes dates by era, as older files do.</param>
/// <param name="HandsOut">Hands medicines out itself instead of writing a prescription for a pharmacy.</param>
internal sealed record Institution(
    int Index, int Table, byte[] Code, byte[] Name, bool WritesWideDigits, bool TellsBranch, bool WritesEras, bool HandsOut)
{
    /// <summary>都道府県: all stand in Osaka.</summary>
    public const int Prefecture = 27;
}
