using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Masters;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims.Masters;

public sealed class MasterTests : IDisposable
{
    // In the layout of 2022 (35 columns); names and prices of the first two are made up.
    private const string Nitrazepam = Drug + "\"1124003F2001\",\"000001000\",\"0\",\"見本錠\"";
    private const string Drug = "\"0\",\"Y\",\"699000001\",\"3\",\"見本錠１ｍｇ\",\"4\",\"ﾐﾎﾝ\",\"16\",\"1\",\"錠\",\"1\",\"10.10\",\"0\",\"5\",\"0\",\"0\",\"1\",\"0\",\"0\",\"0\",\"0\",\"1\",\"0\",\"1\",\"9.80\",\"0\",\"0\",\"1\",\"\",\"20260401\",\"99999999\",";
    private const string Rule = "\"0\",\"Y\",\"630010002\",\"18\",\"薬剤料逓減\",\"13\",\"ﾔｸｻﾞｲ\",\"0\",\"0\",\"\",\"7\",\"0.00\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"0\",\"7\",\"0.00\",\"0\",\"0\",\"3\",\"\",\"20220401\",\"99999999\",\"\",\"31148000\",\"0\",\"薬剤料逓減\"";

    // Since 2024 seven more columns follow: 薬価収載日, 一般名コード, 一般名, 加算区分, 抗HIV, 長期収載, 選定療養.
    private const string SinceR6 = ",\"20240401\",\"1124003F2ZZZ\",\"【般】見本錠１ｍｇ\",\"0\",\"0\",\"0\",\"0\"";

    private static readonly MedicineLibrary Medicines = MedicineLibrary.LoadShipped();

    private readonly Hosts.WorkFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(SinceR6)]
    public void A_drug_master_of_either_layout_tells_ingredients_and_prices_and_no_rules_of_billing(string more)
    {
        var master = DrugMaster.Read(Write(Nitrazepam + more, Rule + more), Medicines);
        master.Ingredients.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            each => each.Key.ShouldBe(699000001),
            each => Medicines.Ingredients[each.Value].Id.ShouldBe("nitrazepam"));
        var price = master.Prices.ShouldHaveSingleItem().Value;
        price.On(new DateOnly(2026, 4, 1)).ShouldBe(1010);
        price.On(new DateOnly(2026, 3, 31)).ShouldBe(980);
    }

    [Theory]
    [InlineData("line 2: it has 1 columns", "\"zip\"")]
    [InlineData("line 2: its second column is not \"Y\"", Other)]
    [InlineData("line 2: its third column is no code of 9 digits", Short)]
    public void A_row_that_is_none_of_the_master_refuses_it_by_its_line(string said, string row) =>
        Should.Throw<ClaimFileException>(() => DrugMaster.Read(Write(Nitrazepam, row), Medicines)).Message.ShouldContain(said);

    [Fact]
    public void An_empty_master_and_one_that_is_not_there_are_refused_by_name()
    {
        Should.Throw<ClaimFileException>(() => DrugMaster.Read(Write(), Medicines)).Message.ShouldContain("is empty");
        Should.Throw<ClaimFileException>(() => DrugMaster.Read(Path.Combine(folder.Path, "none.csv"), Medicines)).Message.ShouldContain("none.csv");
    }

    [Fact]
    public void A_disease_master_tells_which_names_are_signs()
    {
        var exclusions = SignalLibrary.LoadShipped().Exclusions;
        DiseaseMaster.Read(Write(Disease("8847337", "C833"), Disease("4375001", "I675")), exclusions).ShouldBe([new(8847337, ClaimSigns.Cancer)]);
        Should.Throw<ClaimFileException>(() => DiseaseMaster.Read(Write(Disease("8847337", "C833"), Nitrazepam), exclusions)).Message.ShouldContain("line 2");
    }

    private const string Other = "\"0\",\"B\",\"699000001\"" + Rest;
    private const string Short = "\"0\",\"Y\",\"69900001\"" + Rest;
    private const string Rest = ",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"";

    private static string Disease(string code, string icd10) =>
        $"\"0\",\"B\",\"{code}\",\"{code}\",\"2\",\"見本\",\"2\",\"見本\",\"3\",\"ミホン\",\"20056177\",\"1\",\"TM8K\",\"\",\"\",\"{icd10}\",\"\",\"\",\"00\",\"0\",\"05\",\"20121001\",\"\",\"99999999\"" + string.Concat(Enumerable.Repeat(",\"0\"", 12)) + ",\"\",\"見本\",\"\",\"\",\"2\",\"00\",\"00\",\"0\",\"0\"";

    private string Write(params string[] rows)
    {
        var path = Path.Combine(folder.Path, "master.csv");
        File.WriteAllBytes(path, CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(string.Concat(rows.Select(row => row + "\r\n"))));
        return path;
    }
}
