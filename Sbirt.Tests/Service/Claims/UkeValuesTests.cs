using System.Text;
using Sbirt.Service.Claims.Uke;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims;

public sealed class UkeValuesTests
{
    [Theory]
    [InlineData("1010908", "1868-09-08")] // 明治元年, the first day that can be written.
    [InlineData("1450729", "1912-07-29")]
    [InlineData("1450730", "1912-07-30")]
    [InlineData("2010730", "1912-07-30")] // 大正元年 begins on the day 明治 ends.
    [InlineData("2010731", "1912-07-31")]
    [InlineData("2151224", "1926-12-24")]
    [InlineData("2151225", "1926-12-25")]
    [InlineData("3011225", "1926-12-25")] // 昭和元年 begins on the day 大正 ends.
    [InlineData("3011226", "1926-12-26")]
    [InlineData("3640107", "1989-01-07")]
    [InlineData("4010108", "1989-01-08")]
    [InlineData("4310430", "2019-04-30")]
    [InlineData("5010501", "2019-05-01")]
    [InlineData("4310501", "2019-05-01")] // Forms went on writing 平成31年5月.
    [InlineData("5080229", null)] // 2026 is no leap year,
    [InlineData("5060229", "2024-02-29")] // 2024 is.
    [InlineData("19890107", "1989-01-07")]
    [InlineData("20240229", "2024-02-29")]
    [InlineData("20230229", null)]
    [InlineData("20261301", null)]
    [InlineData("20260001", null)]
    [InlineData("20260100", null)]
    [InlineData("20260132", null)]
    [InlineData("6010101", null)]
    [InlineData("0010101", null)]
    [InlineData("5000101", null)]
    [InlineData("5081301", null)]
    [InlineData("", null)]
    [InlineData("        ", null)]
    [InlineData("2026011", null)]
    [InlineData("202601010", null)]
    [InlineData("2026-1-1", null)]
    public void C7_days_by_era_or_western_are_the_same_day_or_none(string written, string? day) =>
        UkeValues.Day(Encoding.ASCII.GetBytes(written))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(day);

    [Theory]
    [InlineData("34512", 197012)]
    [InlineData("36401", 198901)]
    [InlineData("40101", 198901)]
    [InlineData("43104", 201904)]
    [InlineData("50105", 201905)]
    [InlineData("43105", 201905)]
    [InlineData("50812", 202612)]
    [InlineData("202612", 202612)]
    [InlineData("202613", null)]
    [InlineData("202600", null)]
    [InlineData("50813", null)]
    [InlineData("50800", null)]
    [InlineData("60101", null)]
    [InlineData("", null)]
    [InlineData("      ", null)]
    public void C7_months_by_era_or_western_are_the_same_month_or_none(string written, int? month) =>
        UkeValues.Month(Encoding.ASCII.GetBytes(written)).ShouldBe(month);
}
