using System.Collections.Frozen;
using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Tests.Service.Claims;

/// <summary>Billing files written by hand, and what a reader made of them.</summary>
internal sealed class UkeTexts : IClaimSink
{
    public const string Head = "IR,1,27,1,1234567,,見本医院,202610,00,0600000000";

    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public List<(ClaimPerson Person, ClaimFact Fact, int Billed)> Claims { get; } = [];

    public List<DispensingFact> Dispensings { get; } = [];

    public List<DiseaseFact> Diseases { get; } = [];

    public List<RefusedLine> Refused { get; } = [];

    public UkeReader Reader { get; private set; } = null!;

    public UkeForm Form { get; private set; }

    public static ClaimCodes Codes { get; } = new(
        new Dictionary<int, int> { [620006836] = 7, [610453022] = 8 }.ToFrozenDictionary(),
        FrozenDictionary<int, ClaimSigns>.Empty,
        new Dictionary<int, ClaimSigns> { [3450001] = ClaimSigns.Epilepsy }.ToFrozenDictionary(),
        new Dictionary<int, ClaimSigns> { [10] = ClaimSigns.ThirdParty }.ToFrozenDictionary(),
        new Dictionary<int, ClaimSigns> { [21] = ClaimSigns.PsychiatricCare }.ToFrozenDictionary(),
        KeepsAllMedicines: false,
        KeepsDiseases: true);

    /// <summary>The records as an institution sends them: CP932, CR LF, and the end mark.</summary>
    public static byte[] Bytes(params IEnumerable<string> records) =>
        [.. Cp932.GetBytes(string.Concat(records.Select(record => record + "\r\n"))), 0x1A];

    public static UkeTexts Read(params IEnumerable<string> records) => Read(Bytes(records));

    public static UkeTexts Read(byte[] bytes, ClaimCodes? codes = null, UkeClaim? claim = null)
    {
        var read = new UkeTexts();
        var lines = new LineReader(new MemoryStream(bytes));
        read.Form = UkeForms.Of(lines.Head());
        read.Reader = new UkeReader(0, lines, read.Form, claim ?? new UkeClaim(new PersonIdentity(new KeyedHash(new byte[KeyedHash.KeyBytes])), codes ?? Codes), read);
        read.Reader.Read();
        return read;
    }

    /// <summary>A medical out-patient RE record.</summary>
    public static string Receipt(int number, string type = "1112", string month = "202609", string birth = "19800101", string sex = "1", string remarks = "", string kana = "ミホン") =>
        $"RE,{number},{type},{month},見本　太郎,{sex},{birth},,,,,{remarks},,,,,,,,,,,,,,,,,,,,,,,,,{kana},";

    public static string Insured(string number = "1", string insurer = "01270016", string symbol = "12") => $"HO,{insurer},{symbol},{number},2,500,,,,,,,,,";

    public void Add(in ClaimPerson person, in ClaimFact claim, int billed) => Claims.Add((person, claim, billed));

    public void Add(in ClaimPerson person, in ClaimFact claim, in DispensingFact dispensing) => Dispensings.Add(dispensing);

    public void Add(in ClaimPerson person, in ClaimFact claim, in DiseaseFact disease) => Diseases.Add(disease);

    public void Refuse(in RefusedLine line) => Refused.Add(line);
}
