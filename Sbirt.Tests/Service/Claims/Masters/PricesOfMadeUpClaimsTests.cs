using System.Globalization;
using System.Text;
using System.Text.Json;
using Sbirt.Service.Claims.Synthesis;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Claims.Synthesis;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Masters;

public sealed class PricesOfMadeUpClaimsTests : IDisposable
{
    private readonly WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(2.0, false)]
    public async Task Points_are_held_against_the_prices_of_a_master_and_the_page_says_so(double factor, bool isSound)
    {
        MadeUpFolder.Write(Path.Combine(folder.Path, "claims"), 1_000, 2);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "y.csv"), Master((decimal)factor), TestContext.Current.CancellationToken);
        var run = await CommandRun.SbirtAsync(folder.Path, "scan", "claims", "--month", "2026-03", "--out", "found", "--data", "data", "--drug-master", "y.csv", "--lang", "en");
        var arithmetic = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "found", "summary.json"), TestContext.Current.CancellationToken)).GetProperty("arithmetic").GetProperty("byPrice");
        var (compared, agreed) = (arithmetic.GetProperty("compared").GetInt64(), arithmetic.GetProperty("agreed").GetInt64());
        compared.ShouldBeGreaterThan(100);
        arithmetic.GetProperty("isSound").GetBoolean().ShouldBe(isSound);
        (agreed == compared).ShouldBe(isSound);
        run.Output.Contains("  ! prescription lines whose points are prices times amounts", StringComparison.Ordinal).ShouldBe(!isSound);
        JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "found", "run.json"), TestContext.Current.CancellationToken)).GetProperty("arithmeticIsSound").GetBoolean().ShouldBe(isSound);
    }

    // The layout of 2024: 42 columns, of which code, kind of price, price, day of change and price code are read.
    private static byte[] Master(decimal factor)
    {
        var rows = new StringBuilder();
        foreach (var medicine in MadeUpMedicine.All.DistinctBy(each => Encoding.ASCII.GetString(each.Code)))
        {
            var columns = Enumerable.Repeat("0", 42).ToArray();
            (columns[1], columns[2], columns[10], columns[29], columns[31]) = ("Y", Encoding.ASCII.GetString(medicine.Code), "1", "20240401", "2325003B2029");
            columns[11] = (medicine.Price / 10m * factor).ToString("0.00", CultureInfo.InvariantCulture);
            rows.AppendJoin(',', columns.Select(column => $"\"{column}\"")).Append("\r\n");
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(rows.ToString());
    }
}
