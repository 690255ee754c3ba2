using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Medicines;

/// <summary>Each contradiction stops the start, naming file, line and fix.</summary>
public sealed class BrokenMedicineFilesTests
{
    private static readonly IReadOnlyList<ContentFile> Shipped = ContentFile.Embedded(MedicineLibrary.Folder);

    public static TheoryData<string, string, string, string> Breaks => new()
    {
        { "ingredients", "id: alprazolam", "id: diazepam", "stands there twice" },
        { "ingredients", "yj: [1124023]", "yj: [1124017]", "belongs already to \"diazepam\"" },
        { "ingredients", "yj: [1124023]", "yj: [112402]", "no code of this kind" },
        { "ingredients", "atc: [N05BA12]", "atc: [n05]", "no code of this kind" },
        { "ingredients", "supplyLimit: { days: 14, source: supply-limit }", "supplyLimit: { days: 0, source: supply-limit }", "`days` is not above 0" },
        { "ingredients", "supplyLimit: { days: 14, source: supply-limit }", "supplyLimit: { days: 14, source: hearsay }", "`source: hearsay` is not one of" },
        { "ingredients", "supplyLimit: { days: 14, source: supply-limit }", "supplyLimit: { days: 14 }", "`source` is missing" },
        { "ingredients", "diazepam: { inada: 1.5, source: equivalents }", "diazepam: { source: equivalents }", "names no table" },
        { "ingredients", "ashton: [2.5, 3]", "ashton: [3, 2.5]", "neither one value nor least and most" },
        { "ingredients", "effective: 2022-11-04", "effective: soon", "is not a date" },
        { "ingredients", "group: opioid", "group: sweets", "`group: sweets` is not known" },
        { "ingredients", "codeSources: {", "codeSources: {} #", "`codeSources` is empty" },
        { "ingredients", "otherNames: [ゾルピデム, Zolpidem tartrate]", "otherNames: [ゾピクロン]", "belongs already to \"zopiclone\"" },
        { "products", "yj: 1124001B1", "yj: 9999999B1", "not the code of an ingredient" },
        { "products", "milligrams: 7.5", "milligrams: 0", "is not above 0" },
        { "products", "hot7: [1003277]", "hot7: [1003284]", "belongs already to 1124001B1" },
        { "products", "claim: [610454088]", "claim: [6104]", "Write 9 digits" },
        { "code-systems", "perDay: 1", "perDay: 0", "A part of the file is missing" },
        { "code-systems", "kind: claim", "kind: barcode", "is not known" },
        { "code-systems", "- http://www.whocc.no/atc", "- http://www.nlm.nih.gov/research/umls/rxnorm", "stands there twice" },
        { "code-systems", "ug: 0.001", "ug: 0", "not worth more than 0" },
        { "rules", "overlapDays: { value: 14, source: hiratsuka }", "days: { value: 14, source: hiratsuka }", "The cut-off `overlapDays` is missing" },
        { "rules", "overlapDays: { value: 14, source: hiratsuka }", "overlapDays: { value: 14, source: mine }", "is not one of `sources`" },
        { "rules", "overlapDays: { value: 14, source: hiratsuka }", "overlapDays: { value: -1, source: hiratsuka }", "below 0" },
        { "rules", "id: early-refill-repeated", "id: early-refill-again", "There is no rule" },
        { "rules", "offers: [slow-plan]", "offers: [stop-now]", "is not one of the offers" },
        { "rules", "groups: [anxiolytic, hypnotic]", "groups: []", "`groups` is missing" },
        { "rules", "(age {age})", "(age unknown)", "different values in its two languages" },
        { "rules", "code-missing:", "code-lost:", "`unread: code-lost` is not known" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_broken_file_is_refused_with_its_line(string file, string sound, string broken, string what)
    {
        var path = $"Medicines/{file}.yaml";
        var text = Shipped.Single(one => one.Path == path).Text;
        text.ShouldContain(sound);
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        var changed = text[..at] + broken + text[(at + sound.Length)..];
        var faults = new List<ContentFault>();

        MedicineLibrary.TryLoad([.. Shipped.Where(one => one.Path != path), new ContentFile(path, changed)], faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.File == path && (fault.What + fault.Fix).Contains(what), string.Join('\n', faults));
        faults.ShouldAllBe(fault => fault.Line >= 1 && fault.Fix.Length > 0);
    }

    [Fact]
    public void A_clinics_own_products_are_added()
    {
        var own = new ContentFile("Medicines/products-own.yaml", """
            version: "1.0.0"
            sources: { own: { cite: 院内の採用薬一覧, effective: 2026-11-01, certainty: seen } }
            codeSources: { claim: own }
            products:
              - { yj: 1179025F1, milligrams: 0.5, per: piece, claim: [612345678] }
            """);
        var faults = new List<ContentFault>();

        var library = MedicineLibrary.TryLoad([.. Shipped, own], faults);

        faults.ShouldBeEmpty();
        library!.Match([new Code("https://sbirt.example/fhir/CodeSystem/receipt-medicine", "612345678")], [])
            .ShouldBeOfType<MedicineMatch.Known>().Ingredient.Id.ShouldBe("etizolam");
    }

    [Fact]
    public void A_file_that_nothing_reads_and_a_file_that_is_missing_are_faults()
    {
        var faults = new List<ContentFault>();

        MedicineLibrary.TryLoad([.. Shipped.Where(one => one.Path != "Medicines/rules.yaml"), new ContentFile("Medicines/ruls.yaml", "{}")], faults).ShouldBeNull();

        faults.ShouldContain(fault => fault.File == "Medicines/ruls.yaml" && fault.What == "Nothing reads this file.");
        faults.ShouldContain(fault => fault.File == "Medicines/rules.yaml" && fault.What == "The file is missing.");
    }
}
