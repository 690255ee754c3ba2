using Sbirt.Content.Letters;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Letters;

public sealed class AddressBlockTests
{
    private static readonly Box Seen = SampleLetters.Settings.Envelope.Seen;

    [Fact]
    public void The_window_surely_shows_less_than_its_size_and_may_show_more()
    {
        var envelope = SampleLetters.Settings.Envelope;

        envelope.Seen.ShouldBe(new Box(20, 12, 65, 24));
        envelope.MaySee.ShouldBe(new Box(0, 0, 110, 57));
    }

    [Theory]
    [InlineData("大阪市中央区一丁目2番3号", 12)]
    [InlineData("大阪府大阪市中央区大手前一丁目12番122号", 9)]
    [InlineData("東京都八王子市南大沢五丁目二十三番地四十五号グランドメゾン南大沢駅前弐番館北棟", 11)]
    public void Letters_are_as_large_as_the_address_allows(string address, double points) =>
        Block(new Addressee("見本 花子", "540-0008", address, ""))!.Points.ShouldBe(points);

    [Fact]
    public void Nothing_of_a_broken_line_is_lost()
    {
        var addressee = new Addressee("ロドリゲス・マルティネス・マリア・グアダルーペ 様", "540-0008", "北海道 虻田郡 ニセコ町 字曽我 123番地45", "グランドヒルズ・ニセコアンヌプリ・リゾート 第二ビルディング 1205号室");

        var block = Block(addressee)!;

        string.Concat(block.Lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe(
            $"〒{addressee.Postal}{addressee.Address1}{addressee.Address2}{addressee.Name}".Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_character_outside_of_the_first_plane_is_never_cut_in_two()
    {
        var block = Block(new Addressee("x", "", string.Concat(Enumerable.Repeat("𠮷", 60)), ""))!;

        block.Lines.Where(line => char.IsHighSurrogate(line[^1]) || char.IsLowSurrogate(line[0])).ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_does_not_fit_into_the_window_is_told() =>
        Block(new Addressee("見本 花子", "540-0008", new string('京', 190), "")).ShouldBeNull();

    [Fact]
    public void A_plain_envelope_shows_the_person_alone()
    {
        AddressBlock.Of(Seen, "見本 花子 様", SampleLetters.Hanako, "見本健康保険組合")!.Sender.ShouldBe(["見本健康保険組合"]);
        AddressBlock.Of(Seen, "見本 花子 様", SampleLetters.Hanako, null)!.Sender.ShouldBeEmpty();
    }

    private static AddressBlock? Block(Addressee addressee) => AddressBlock.Of(Seen, addressee.Name, addressee, "見本健康保険組合 健康づくり係");
}
