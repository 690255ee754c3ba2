using Sbirt.Content.Languages;
using Sbirt.Content.Letters;
using Sbirt.Tests.Content.Letters;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Letters.SampleLetters;

namespace Sbirt.Tests.Service.Letters;

/// <summary>What comes out of the printer, measured on paper.</summary>
public sealed class PrintingTests
{
    private const double Hairsbreadth = 0.5;

    public static TheoryData<string, string, string, string> Addresses => new()
    {
        { "見本　花子", "540-0008", "大阪府大阪市中央区大手前一丁目2番3号", "見本マンション大手前 101号室" },
        { "ロドリゲス・マルティネス・マリア・グアダルーペ", "048-1511", "北海道 虻田郡 ニセコ町 字曽我 123番地45", "グランドヒルズ・ニセコアンヌプリ・リゾート 第二ビルディング 1205号室" },
        { "MWMWMWMWMWMW WILHELMINA MWMWMWMWM", "540-0008", "WWWWWWWWWW-MMMMMMMMMM-WWWWWWWWWW 1-2-3", "" },
        { "京", "", "京都市", "" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_window_of_the_envelope_shows_the_whole_address_wherever_the_sheet_lies_and_nothing_else(string name, string postal, string address1, string address2)
    {
        var addressee = new Addressee(name, postal, address1, address2);
        using var page = await PrintedPage.PrintAsync(Html(To(addressee, Everything)));

        ShouldFitTheWindow(page, "見本健康保険組合健康づくり係" + (postal.Length > 0 ? "〒" + postal : "") + address1 + address2 + name + "様");
    }

    [Fact]
    public async Task Through_a_plain_envelope_nothing_but_the_person_is_seen()
    {
        using var page = await PrintedPage.PrintAsync(Html(To(Hanako, Everything) with { IsPlain = true }));

        ShouldFitTheWindow(page, "〒540-0008大阪府大阪市中央区大手前一丁目2番3号見本マンション大手前101号室見本花子様");
    }

    [Fact]
    public async Task A_letter_without_names_shows_its_number_alone_in_the_window()
    {
        using var page = await PrintedPage.PrintAsync(Html(To(null, Everything) with { IsPlain = true }));

        ShouldFitTheWindow(page, "照合番号0001");
    }

    [Fact]
    public async Task A_letter_is_A4_takes_two_pages_and_a_second_language_begins_on_a_page_of_its_own()
    {
        using var page = await PrintedPage.PrintAsync(Html(To(Hanako, [Everything[0]], Language.Ja, Language.En)));

        (await page.RunAsync("pdfinfo", "page.pdf")).Output.ShouldContain("(A4)");
        page.Words.Max(word => word.Page).ShouldBe(4);
        string.Concat(page.Words.Where(word => word.Page == 3).Select(word => word.Text)).ShouldContain("Aletteraboutyourvisits");
    }

    [Theory]
    [InlineData(Language.Ja)]
    [InlineData(Language.En)]
    public async Task Everything_but_the_address_is_printed_in_11_points_or_more(Language language)
    {
        using var page = await PrintedPage.PrintAsync(Html(To(Hanako, Everything, language)));

        // A box of poppler is the height of the face: never less than its points.
        const double Millimetres = 11 * 25.4 / 72;
        page.Words.Where(word => !InWindow(word.Page, word.Box)).Where(word => word.Box.Height < Millimetres * 0.9).ShouldBeEmpty();
    }

    [Fact]
    public async Task X6_text_that_names_a_file_or_a_frame_is_printed_as_text_and_opens_neither()
    {
        using var page = await PrintedPage.PrintAsync(Html(To(new Addressee("<iframe src=file:///etc/passwd>", "540-0008", "file:///etc/passwd", "<img src=file:///etc/hostname>"), Everything)));

        page.Text.ShouldContain("file:///etc/passwd");
        page.Text.ShouldNotContain("root:");
        page.Text.ShouldNotContain(File.ReadAllText("/etc/hostname").Trim() + "様");
    }

    [Fact]
    public async Task X6_the_printer_itself_reads_no_file_follows_no_link_and_runs_no_script()
    {
        const string Hostile = """<html><body><iframe src="file:///etc/passwd" width="500" height="500"></iframe><script>document.write("ran")</script><object data="file:///etc/passwd"></object><p>end</p></body></html>""";

        using var page = await PrintedPage.PrintAsync(Hostile);

        page.Text.ShouldBe("end");
    }

    [Fact]
    public async Task X6_kanji_are_drawn_each_in_its_own_shape()
    {
        using var page = await PrintedPage.PrintAsync("<html lang=ja><body style=\"margin:0;font:40pt IPAexGothic,'Noto Sans CJK JP'\"><p style=\"margin:0;letter-spacing:20pt\">薬様髙﨑</p></body></html>");
        var fonts = await page.RunAsync("pdffonts", "page.pdf");
        var (width, dots) = await page.DrawAsync(72);

        fonts.Output.Split('\n').Skip(2).Where(line => line.Length > 0).ShouldAllBe(line => line.Contains(" yes "));
        var shapes = page.Words.SelectMany(word => Cells(word.Text, word.Box)).Select(cell => Shape(width, dots, cell)).ToList();
        shapes.Count.ShouldBe(4);
        shapes.ShouldBeUnique();
        shapes.ShouldAllBe(shape => shape.Count(dot => dot == '#') > 60);
    }

    private static void ShouldFitTheWindow(PrintedPage page, string address)
    {
        var envelope = SampleLetters.Settings.Envelope;
        var seen = page.Words.Where(word => InWindow(word.Page, word.Box)).ToList();
        static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);

        Plain(string.Concat(seen.Select(word => word.Text))).ShouldBe(Plain(address));
        foreach (var (_, text, box) in seen)
        {
            (box.Left >= envelope.Seen.Left - Hairsbreadth && box.Right <= envelope.Seen.Right + Hairsbreadth).ShouldBeTrue($"{text} {box}");
            (box.Top >= envelope.Seen.Top - Hairsbreadth && box.Bottom <= envelope.Seen.Bottom + Hairsbreadth).ShouldBeTrue($"{text} {box}");
        }
    }

    private static bool InWindow(int page, Box box) =>
        page == 1 && box.Left < SampleLetters.Settings.Envelope.MaySee.Right && box.Top < SampleLetters.Settings.Envelope.MaySee.Bottom;

    private static IEnumerable<Box> Cells(string text, Box box)
    {
        var letters = text.EnumerateRunes().Count();
        return Enumerable.Range(0, letters).Select(n => box with { Left = box.Left + (box.Width * n / letters), Width = box.Width / letters });
    }

    private static string Shape(int width, byte[] dots, Box cell)
    {
        const double Dots = 72 / 25.4;
        const byte Dark = 128;
        var (left, top) = ((int)(cell.Left * Dots), (int)(cell.Top * Dots));
        return string.Concat(
            from y in Enumerable.Range(top, (int)(cell.Height * Dots))
            from x in Enumerable.Range(left, (int)(cell.Width * Dots))
            select dots[(y * width) + x] < Dark ? '#' : '.');
    }
}
