using Sbirt.Service.Letters;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Letters;

/// <summary>C5: whatever stands in a cell, a spreadsheet opens it as text.</summary>
public sealed class CsvTextTests
{
    public static TheoryData<string> Formulas =>
    [
        "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "　=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1,1)",
        "=HYPERLINK(\"https://evil.example\",\"x\")", "=cmd|'/C calc'!A0", "\u0000=1+1", "\uFEFF=1+1", "−1+1", "a\r\n=1+1", "x\";=1+1", "\"=1+1",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void C5_no_cell_begins_as_a_formula_or_breaks_its_line(string value)
    {
        var line = CsvText.Line(value, "next");

        line.Count(letter => letter is '\r' or '\n').ShouldBe(2);
        line.ShouldNotContain('\t');
        line.TrimStart('"', ' ', '　')[0].ShouldNotBeOneOf('=', '+', '-', '@', '＝', '＋', '－', '＠', '−');
    }

    [Theory]
    [InlineData("見本　花子", "見本　花子")]
    [InlineData("0010001", "0010001")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    public void What_is_no_formula_stays_as_it_is(string value, string cell) => CsvText.Cell(value).ShouldBe(cell);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("－12")]
    [InlineData("'quoted'")]
    [InlineData("'=1+1")]
    [InlineData("\"=1+1")]
    [InlineData("plain")]
    public void A_guarded_cell_is_read_back_as_it_was(string value)
    {
        using var folder = new WorkFolder();
        var path = folder.Write("list.csv", CsvText.Line("person", "name") + CsvText.Line("p", value));

        CsvTable.Read(path, ["person"], ["person", "name"]).Rows.ShouldHaveSingleItem()["name"].ShouldBe(value);
    }

    [Fact]
    public async Task C5_LibreOffice_opens_every_cell_as_text()
    {
        const string Office = "/usr/bin/soffice";
        Assert.SkipUnless(File.Exists(Office), "LibreOffice Calc (Debian package libreoffice-calc-nogui) is not installed.");
        using var folder = new WorkFolder();
        var values = Formulas.Select(row => row.Data).ToList();
        folder.Write("cells.csv", string.Concat(values.Select(value => CsvText.Line("before", value, "behind"))));
        folder.Write("bare.csv", "before,=1+1,behind\r\n");

        // Flat ODS tells of every cell whether it is a formula; 44,34,76 is comma, quotation mark, UTF-8.
        var run = await CommandRun.RunAsync(folder.Path, Office, [$"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--infilter=CSV:44,34,76", "--convert-to", "fods", "cells.csv", "bare.csv"], "", []);

        run.ExitCode.ShouldBe(0, run.Errors);
        File.ReadAllText(Path.Combine(folder.Path, "bare.fods")).ShouldContain("table:formula", Case.Sensitive, "the proof must see a formula where one is");
        var sheet = File.ReadAllText(Path.Combine(folder.Path, "cells.fods"));
        sheet.ShouldNotContain("table:formula");
        sheet.Split(">before<").Length.ShouldBe(values.Count + 1);
        sheet.Split(">behind<").Length.ShouldBe(values.Count + 1);
    }
}
