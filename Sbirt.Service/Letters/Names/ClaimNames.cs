using System.Text;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Uke;
using Sbirt.Service.Findings;

namespace Sbirt.Service.Letters.Names;

/// <summary>
/// Reads names off claims: of each person of a finding one claim alone, the newest that the finding names. Only here is a
/// name ever decoded.
/// </summary>
internal sealed class ClaimNames(IEnumerable<ClaimFile> files)
{
    private const int ReceiptFields = 42;
    private const int FewFields = 8;

    // What CP932 leaves to each user comes out as private characters, what is none as a mark of our own.
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(
        932, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback($"{PersonName.Unknown}"))!;

    private readonly Dictionary<string, ClaimFile> byName = files.DistinctBy(file => file.Name).ToDictionary(file => file.Name, StringComparer.Ordinal);

    /// <summary>Each person that could be named; whoever is missing stands on a claim that tells no name, or in no billing file.</summary>
    public IReadOnlyDictionary<string, PersonName> Of(IEnumerable<ScannedFinding> findings, CancellationToken cancellation)
    {
        var newest = new Dictionary<string, ScannedEvidence>(StringComparer.Ordinal);
        foreach (var finding in findings.Where(finding => !finding.Evidence.IsEmpty))
        {
            var last = finding.Evidence.MaxBy(evidence => evidence.Date)!;
            if (!newest.TryGetValue(finding.Person, out var known) || last.Date > known.Date)
            {
                newest[finding.Person] = last;
            }
        }

        var names = new Dictionary<string, PersonName>(StringComparer.Ordinal);
        foreach (var inFile in newest.GroupBy(each => each.Value.File).Where(inFile => byName.ContainsKey(inFile.Key)))
        {
            cancellation.ThrowIfCancellationRequested();
            Read(byName[inFile.Key], new Queue<(long Line, string Person)>(inFile.Select(each => (each.Value.Line, each.Key)).Order()), names);
        }

        return names;
    }

    private static void Read(ClaimFile file, Queue<(long Line, string Person)> wanted, Dictionary<string, PersonName> names)
    {
        using var stream = file.Open();
        var lines = new LineReader(stream);
        var form = UkeForms.Of(lines.Head());
        var claim = new List<(int Id, byte[] Record)>();
        var persons = new List<string>();
        var isDispensing = false;
        while (form is UkeForm.Provider or UkeForm.Payer && (wanted.Count > 0 || persons.Count > 0) && lines.TryRead(out var line, out _))
        {
            var record = UkeForms.Record(form, line);
            var id = UkeRecords.Of(record);
            if (id is UkeRecords.Institution or UkeRecords.Pharmacy or UkeRecords.Receipt or UkeRecords.Management or UkeRecords.Total)
            {
                Close();
                isDispensing = id == UkeRecords.Pharmacy || (id != UkeRecords.Institution && isDispensing);
            }

            if (id is UkeRecords.Receipt or UkeRecords.Insurer or UkeRecords.PublicPayer or UkeRecords.Qualification)
            {
                claim.Add((id, record.ToArray()));
            }

            while (wanted.TryPeek(out var next) && next.Line <= lines.Line)
            {
                persons.Add(wanted.Dequeue().Person);
            }
        }

        Close();

        void Close()
        {
            if (persons.Count > 0 && NameOn(claim, isDispensing) is { } name)
            {
                persons.ForEach(person => names[person] = name);
            }

            persons.Clear();
            claim.Clear();
        }
    }

    private static PersonName? NameOn(List<(int Id, byte[] Record)> claim, bool isDispensing)
    {
        var receipt = claim.Find(each => each.Id == UkeRecords.Receipt).Record;
        var insured = claim.Find(each => each.Id == UkeRecords.Insurer).Record;
        var publicPayer = claim.Find(each => each.Id == UkeRecords.PublicPayer).Record;
        if (receipt is null || (insured ?? publicPayer) is not { } payer)
        {
            return null;
        }

        Span<int> room = stackalloc int[ReceiptFields];
        Span<int> few = stackalloc int[FewFields];
        var fields = UkeFields.Of(receipt, room);
        var paid = UkeFields.Of(payer, few);
        return UkeValues.Day(fields[6]) is not { } birth ? null : new PersonName(
            Plain(paid[1]),
            insured is null ? "" : Plain(paid[2]),
            insured is null ? Plain(paid[2]) : Plain(paid[3]),
            BranchOn(claim),
            birth,
            fields[5] switch { [(byte)'1'] => "male", [(byte)'2'] => "female", _ => "unknown" },
            Text(fields[4]),
            Text(fields[isDispensing ? 41 : 36]));
    }

    private static string BranchOn(List<(int Id, byte[] Record)> claim)
    {
        Span<int> room = stackalloc int[FewFields];
        foreach (var (id, record) in claim)
        {
            if (id == UkeRecords.Qualification && UkeFields.Of(record, room) is var fields && fields[1] is [(byte)'1'])
            {
                return Plain(fields[6]);
            }
        }

        return "";
    }

    private static string Plain(ReadOnlySpan<byte> field) => Text(field).Normalize(NormalizationForm.FormKC).Trim();

    private static string Text(ReadOnlySpan<byte> field)
    {
        var text = Cp932.GetString(field).Trim();
        return text.Any(IsPrivate) ? string.Concat(text.Select(letter => IsPrivate(letter) ? PersonName.Unknown : letter)) : text;
    }

    private static bool IsPrivate(char letter) => letter is >= '\uE000' and <= '\uF8FF';
}
