using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Letters.SampleLetters;

namespace Sbirt.Tests.Content.Letters;

public sealed class LetterSettingsTests
{
    public static TheoryData<string, string, string> Missing => new()
    {
        { "  telephone: \"06-0000-0000\"\n", "", "`telephone` is missing" },
        { "  postal: \"540-0000\"\n", "", "`postal` is missing" },
        { "  postal: \"540-0000\"\n", "  postal: \"5400000\"\n", "no postal code" },
        { "optOutUrl: https://kenpo.example/reply\n", "", "`optOutUrl` is missing" },
        { "https://kenpo.example/reply", "http://kenpo.example/reply", "no plain https address" },
        { "https://kenpo.example/reply", "https://kenpo.example/reply?person=1", "no plain https address" },
        { "telephone: \"06-0000-0002\"", "telephone: \"電話番号を書く\"", "no telephone number" },
        { ", en: \"Mind and everyday life\" }", " }", "lacks one of its two languages" },
        { "sender:", "sendr:", "not known here" },
        { "# envelope: { width: 235, height: 120, fold: 99, window: { left: 20, top: 12, width: 90, height: 45 } }", "envelope: { width: 235, height: 120, fold: 99, window: { left: 20, top: 12, width: 50, height: 45 } }", "too little for an address" },
        { "# envelope: { width: 235, height: 120, fold: 99, window: { left: 20, top: 12, width: 90, height: 45 } }", "envelope: { width: 235, height: 120, fold: 99, window: { left: 20, top: 12, width: 90, height: 90 } }", "parts of the letter" },
        { "# medicineNames: { reviewedBy: \"…\", reviewed: 2026-11-01 }", "medicineNames: { reviewed: 2026-11-01 }", "`reviewedBy` is missing" },
    };

    [Fact]
    public void The_sample_can_be_used_as_it_stands() => Read(Yaml).Faults.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Missing))]
    public void What_is_missing_or_wrong_is_told_with_its_line_and_never_made_up(string before, string after, string said)
    {
        var yaml = Yaml.Replace(before, after, StringComparison.Ordinal);
        yaml.ShouldNotBe(Yaml);

        var (settings, faults) = Read(yaml);

        settings.ShouldBeNull();
        faults.ShouldContain(fault => fault.What.Contains(said) && fault.Line >= 1 && fault.Line <= yaml.Split('\n').Length && fault.Fix.Length > 0);
    }

    [Fact]
    public void One_place_to_talk_is_not_enough()
    {
        var yaml = Yaml[..Yaml.IndexOf("  - name: { ja: \"こころ", StringComparison.Ordinal)];

        Read(yaml).Faults.ShouldHaveSingleItem().What.ShouldContain("2 places to talk; `places` holds 1");
    }
}
