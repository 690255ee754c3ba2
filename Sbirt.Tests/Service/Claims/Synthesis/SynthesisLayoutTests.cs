using System.Text;
using Sbirt.Service.Claims.Synthesis;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Synthesis;

public sealed class SynthesisLayoutTests(MadeUpFolder made) : IClassFixture<MadeUpFolder>
{
    private const byte EndMark = 0x1A;

    // The id and the fields after it, as the record layouts have them.
    private static readonly Dictionary<string, int> Medical = new()
    {
        ["IR"] = 10, ["RE"] = 38, ["HO"] = 15, ["KO"] = 12, ["SN"] = 9, ["SY"] = 8, ["SI"] = 44, ["IY"] = 44, ["BU"] = 6, ["CD"] = 16,
        ["HS"] = 11, ["SS"] = 109, ["GO"] = 4, ["MN"] = 7,
    };

    private static readonly Dictionary<string, int> Dispensing = new()
    {
        ["YK"] = 9, ["RE"] = 42, ["HO"] = 14, ["KO"] = 10, ["SN"] = 9, ["JD"] = 33, ["MF"] = 33, ["SH"] = 10, ["CZ"] = 71, ["IY"] = 10, ["KI"] = 114,
        ["GO"] = 4, ["MN"] = 7,
    };

    [Fact]
    public void Every_record_has_all_its_fields()
    {
        foreach (var path in MadeUpClaims.FilesIn(made.Path))
        {
            var layout = path.EndsWith("Y.UKE", StringComparison.Ordinal) ? Dispensing : Medical;
            foreach (var record in MadeUpClaims.RecordsOf(path))
            {
                layout.ShouldContainKey(record[0], path);
                record.Length.ShouldBe(layout[record[0]], $"{record[0]} in {path}");
            }
        }
    }

    [Fact]
    public void Lines_end_with_CRLF_and_files_with_the_end_mark_and_nothing_is_quoted()
    {
        foreach (var bytes in MadeUpClaims.FilesIn(made.Path).Select(File.ReadAllBytes))
        {
            bytes[^1].ShouldBe(EndMark);
            bytes.AsSpan(0, bytes.Length - 1).EndsWith("\r\n"u8).ShouldBeTrue();
            bytes.AsSpan().Count((byte)'\n').ShouldBe(bytes.AsSpan().Count((byte)'\r'));
            bytes.AsSpan(0, bytes.Length - 1).IndexOfAny((byte)'"', EndMark, (byte)0).ShouldBe(-1);
        }
    }

    [Fact]
    public void Texts_are_CP932_but_for_a_character_of_the_writers_own_in_some_names()
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        var own = 0;
        foreach (var bytes in MadeUpClaims.FilesIn(made.Path).Select(File.ReadAllBytes))
        {
            var text = strict.GetString(bytes);
            own += text.Count(letter => letter is >= '\uE000' and <= '\uF8FF');
            text.ShouldNotContain('\uFFFD');
        }

        own.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void The_control_record_counts_every_payer_and_sums_the_points_of_the_main_payers()
    {
        foreach (var path in MadeUpClaims.FilesIn(made.Path))
        {
            var records = MadeUpClaims.RecordsOf(path).ToList();
            var total = records[^1];
            total[0].ShouldBe("GO");
            total[1].ShouldBe($"{records.Count(record => record[0] is "HO" or "KO")}", path);
            total[2].ShouldBe($"{MadeUpClaims.ClaimsOf(path).Sum(claim => (long)claim.Points)}", path);
            total[3].ShouldBe("99");
            records[0][0].ShouldBeOneOf("IR", "YK");
        }
    }

    [Fact]
    public void Points_of_a_claim_are_those_of_its_rows()
    {
        foreach (var claim in MadeUpClaims.ClaimsIn(made.Path))
        {
            var rows = claim.Records.Sum(record => record[0] switch
            {
                "SI" or "IY" when record.Length == 44 && record[5].Length > 0 => Number(record[5]) * Number(record[6]),
                "SS" => Number(record[76]) * Number(record[77]),
                "CZ" => Number(record[10]) + Number(record[13]) + (record[17].Length > 0 ? Number(record[17]) : 0),
                "KI" => Number(record[5]) + (Number(record[9]) * Number(record[10])),
                _ => 0,
            });
            claim.Points.ShouldBe(rows, claim.Key);
        }
    }

    [Fact]
    public void A_group_tells_its_kind_on_the_first_row_alone_and_its_points_on_the_last_alone()
    {
        var rows = 0;
        foreach (var claim in MadeUpClaims.ClaimsIn(made.Path))
        {
            var isOpen = false;
            foreach (var record in claim.Records.Where(record => record.Length == 44))
            {
                (record[1].Length == 0).ShouldBe(isOpen, claim.Key);
                rows += isOpen ? 1 : 0;
                isOpen = record[5].Length == 0;
            }

            isOpen.ShouldBeFalse(claim.Key);
        }

        rows.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Points_of_medicines_at_a_pharmacy_are_the_points_of_a_day_times_the_days()
    {
        var lines = 0;
        foreach (var claim in MadeUpClaims.ClaimsIn(made.Path).Where(claim => claim.Kind == "YK4"))
        {
            string[] line = [];
            foreach (var record in claim.Records)
            {
                line = record[0] == "SH" ? record : line;
                if (record[0] == "CZ")
                {
                    Number(record[13]).ShouldBe(Number(line[5]) * Number(record[5]));
                    record[8].ShouldBe(line[1]);
                    lines++;
                }
            }

            claim.Records.Count(record => record[0] == "KI").ShouldBe(claim.Days);
        }

        lines.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Days_of_visits_agree_with_the_days_on_the_rows_and_lie_in_the_month()
    {
        foreach (var claim in MadeUpClaims.ClaimsIn(made.Path).Where(claim => claim.Kind == "IR1" && !claim.IsStay))
        {
            var days = claim.Records.Where(record => record[0] == "SI").SelectMany(record => Enumerable.Range(1, 31).Where(day => record[12 + day].Length > 0)).Distinct().ToList();
            days.Count.ShouldBeLessThanOrEqualTo(claim.Days, claim.Key);
            days.Max().ShouldBeLessThanOrEqualTo(DateTime.DaysInMonth(Number(claim.Month[..4]), Number(claim.Month[4..])));
        }
    }

    [Fact]
    public void What_makes_real_files_hard_is_there()
    {
        var claims = MadeUpClaims.ClaimsIn(made.Path);
        var insured = claims.SelectMany(claim => claim.Records).Where(record => record[0] == "HO").ToList();

        insured.ShouldContain(record => record[3][0] > 0xFF, "full-width numbers");
        insured.ShouldContain(record => record[1].Length == 6, "municipal insurers");
        insured.ShouldContain(record => record[2] == "見本", "symbols that are words");
        claims.ShouldContain(claim => claim.Records.All(record => record[0] != "HO"), "public assistance alone");
        claims.ShouldContain(claim => claim.Records.Any(record => record[0] == "KO") && claim.Records.Any(record => record[0] == "HO"), "two payers");
        claims.ShouldContain(claim => claim.Records.All(record => record[0] != "SN" && record[0] != "KO"), "no branch");
        claims.ShouldContain(claim => claim.Records[0][3].Length == 5 && claim.Records[0][6].Length == 7, "dates by era");
        claims.ShouldContain(claim => claim.Kind == "dpc");
        claims.ShouldContain(claim => claim.Kind == "IR3");
        claims.ShouldContain(claim => claim.Kind == "IR1" && claim.IsStay);
        claims.ShouldContain(claim => claim.Kind == "IR1" && !claim.IsStay && claim.Records.Any(record => record[0] == "IY"), "handed out by the clinic");
        claims.Count.ShouldBeGreaterThan(MadeUpClaims.Once(claims).Count(), "billed again");
        MadeUpClaims.FilesIn(made.Path).ShouldContain(
            path => MadeUpClaims.ClaimsOf(path).Any(claim => Number(claim.Month) + 2 < Number(Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)))!)), "late");
    }

    [Fact]
    public void For_insurers_each_claim_has_three_columns_a_management_record_and_its_head()
    {
        using var work = new WorkFolder();
        var folder = Path.Combine(work.Path, "payer");
        var report = MadeUpFolder.Write(folder, 1_000, 2, form: SynthesisForm.Payer);
        var provider = Path.Combine(work.Path, "provider");
        MadeUpFolder.Write(provider, 1_000, 2);

        var files = MadeUpClaims.FilesIn(folder).ToList();
        files.Select(Path.GetFileName).Distinct().Order().ShouldBe(
            ["11_RECODEINFO_MED.CSV", "12_RECODEINFO_DPC.CSV", "13_RECODEINFO_DEN.CSV", "14_RECODEINFO_PHA.CSV"]);
        foreach (var path in files)
        {
            var layout = path.EndsWith("PHA.CSV", StringComparison.Ordinal) ? Dispensing : Medical;
            var lines = MadeUpClaims.TextOf(File.ReadAllBytes(path)).TrimEnd('\u001A').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var row = 0;
            foreach (var fields in lines.Select(line => line.Split(',')))
            {
                row = fields[3] == "MN" ? 1 : row + 1;
                fields[1].ShouldBe($"{row}");
                (fields.Length - 3).ShouldBe(layout[fields[3]], path);
                (row == 2).ShouldBe(fields[3] is "IR" or "YK");
            }

            var numbers = lines.Select(line => line.Split(',')).Where(fields => fields[3] == "MN").Select(fields => fields[4]).ToList();
            numbers.Distinct().Count().ShouldBe(numbers.Count);
        }

        MadeUpClaims.ClaimsIn(folder).Count.ShouldBe((int)report.Claims);
        MadeUpClaims.ClaimsIn(folder).Select(claim => claim.Key).Order().ShouldBe(MadeUpClaims.ClaimsIn(provider).Select(claim => claim.Key).Order());
    }

    private static int Number(string text) => int.Parse(text, null);
}
