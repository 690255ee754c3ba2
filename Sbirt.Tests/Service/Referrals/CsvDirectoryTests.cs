using System.Text;
using Sbirt.Content.Referrals;
using Sbirt.Service.Referrals;
using Sbirt.Tests.Content.Referrals;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Referrals;

public sealed class CsvDirectoryTests
{
    private const string English = "id,type,name,name en,first visit,first visit en,last verified\r\n";
    private const string Good = "a,hc,見本保健所,Example,見本,Example,2026-11-01\r\n";
    private const string Japanese = "識別子,種別,名称,初回の様子,確認日,電話番号\r\na,保健所・保健センター,見本保健所,聞くだけでもよい,2026/11/1,０６－６１２３－４５８７\r\n";

    static CsvDirectoryTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", new UTF8Encoding(false).GetBytes(Japanese) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. new UTF8Encoding(false).GetBytes(Japanese)] },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Japanese)] },
        { "UTF-16 big-endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Japanese)] },
        { "CP932", Cp932.GetBytes(Japanese) },
    };

    private static Encoding Cp932
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(932);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Japanese_headings_are_read_in_every_usual_encoding(string encoding, byte[] bytes)
    {
        var place = Check(bytes).Directory.ShouldNotBeNull(encoding).Places.Single();

        place.Type.ShouldBe("hc");
        place.Name.Ja.ShouldBe("見本保健所");
        place.Phone.ShouldBe("06-6123-4587");
        place.LastVerified.ShouldBe(new DateOnly(2026, 11, 1));
    }

    [Fact]
    public void Bytes_of_no_encoding_are_refused() =>
        Check([0x81, 0xFF, 0xFD]).Problems.Single().Code.ShouldBe(ProblemCodes.FileEncoding);

    [Theory]
    [InlineData("", "file-empty", 0)]
    [InlineData(English, "file-empty", 0)]
    [InlineData(English + "a,hc,\"open,x,x,x,x\r\n", "file-malformed", 0)]
    [InlineData(English + "a,hc,x,x,x,x,2026-11-01,more\r\n", "row-too-long", 2)]
    [InlineData("id,type,name,first visit,fax\r\na,hc,x,x,1\r\n", "column-unknown", 1)]
    [InlineData("id,type,name,first visit,名称\r\na,hc,x,x,1\r\n", "column-twice", 1)]
    [InlineData("id,type,name\r\na,hc,x\r\n", "column-absent", 1)]
    [InlineData(English + Good + "b,nowhere,x,x,x,x,2026-11-01\r\n", "type-unknown", 3)]
    [InlineData(English + "a,hc,a \"b\" c,x,x,x,2026-11-01\r\n", "file-malformed", 2)]
    public void A_broken_file_is_refused_at_its_row(string csv, string code, int row)
    {
        var check = Check(Encoding.UTF8.GetBytes(csv));

        check.Directory.ShouldBeNull();
        check.Problems.ShouldContain(problem => problem.Code == code && problem.Row == row);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@cmd")]
    [InlineData("+ 見本")]
    [InlineData("-見本")]
    public void A_cell_that_a_spreadsheet_would_run_is_kept_as_text_and_flagged(string cell)
    {
        var check = Check(Encoding.UTF8.GetBytes(English + $"a,hc,{cell},Example,見本,Example,2026-11-01\r\n"));

        check.Directory!.Places.Single().Name.Ja.ShouldBe(cell);
        check.Problems.Single().Code.ShouldBe(ProblemCodes.FormulaCell);
    }

    [Fact]
    public void Line_breaks_and_commas_in_quotes_stay_in_their_cell()
    {
        var csv = English + "a,hc,見本,Example,\"受付で、名前を\r\n伝えます\",\"One, two\",2026-11-01\r\n" + Good;

        var check = Check(Encoding.UTF8.GetBytes(csv));

        check.Problems.Single().ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe(ProblemCodes.IdTwice),
            problem => problem.Row.ShouldBe(3),
            problem => problem.Line.ShouldBe(4));
    }

    [Fact]
    public void Blank_rows_are_passed_over() =>
        Check(Encoding.UTF8.GetBytes(English + "\r\n,,,,,,\r\n" + Good)).Directory!.Places.Length.ShouldBe(1);

    [Fact]
    public void A_file_of_another_kind_is_refused() =>
        DirectoryFile.Read(Places.Library, "places.xlsx", [1]).Problems.Single().Code.ShouldBe(ProblemCodes.FileKind);

    private static DirectoryCheck Check(byte[] bytes) =>
        PlaceDirectory.Check(Places.Library, DirectoryFile.Read(Places.Library, "places.csv", bytes), Places.Today);
}
