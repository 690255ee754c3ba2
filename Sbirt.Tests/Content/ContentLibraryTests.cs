using Sbirt.Content;
using Sbirt.Content.Codes;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content;

public sealed class ContentLibraryTests
{
    private static readonly ContentFile Audit = ContentFile.Embedded("Instruments").Single(file => file.Path == "Instruments/audit.yaml");

    [Fact]
    public void The_shipped_content_is_sound() =>
        ContentLibrary.Load().Instruments.Find("audit")!.Scales.Length.ShouldBe(3);

    [Fact]
    public void A_clinics_file_stands_in_place_of_the_shipped_one_and_changes_the_version()
    {
        var own = Audit with { Text = Audit.Text.Replace("version: \"1.0.0\"", "version: \"1.0.1\"", StringComparison.Ordinal) };

        var library = ContentLibrary.Load([own]);

        library.Instruments.Find("audit")!.Version.ShouldBe("1.0.1");
        library.Version.ShouldNotBe(ContentLibrary.Load().Version);
        library.Version.ShouldMatch("^[0-9a-f]{16}$");
    }

    [Fact]
    public void Faults_of_instruments_and_packs_are_told_together()
    {
        var faults = Should.Throw<ContentFaultException>(() => ContentLibrary.Load(
            [
                Audit with { Text = Audit.Text.Replace("max: 40", "max: 41", StringComparison.Ordinal) },
                new ContentFile("Thresholds/own.yaml", "id: own"),
            ])).Faults;

        faults.ShouldContain(fault => fault.File == "Instruments/audit.yaml");
        faults.ShouldContain(fault => fault.File == "Thresholds/own.yaml");
    }

    [Fact]
    public void A_clinics_own_medicine_codes_are_known()
    {
        var own = new ContentFile("Medicines/products-own.yaml", """
            version: "1.0.0"
            sources: { own: { cite: 院内の採用薬一覧, effective: 2026-11-01, certainty: seen } }
            codeSources: { claim: own }
            withoutStrength: [ { ingredient: etizolam, claim: [612345678] } ]
            """);
        Code[] carried = [new("https://sbirt.example/fhir/CodeSystem/receipt-medicine", "612345678")];

        ContentLibrary.Load([own]).Medicines.Match(carried, []).ShouldBeOfType<MedicineMatch.Known>().Ingredient.Id.ShouldBe("etizolam");
        ContentLibrary.Load().Medicines.Match(carried, []).ShouldBeOfType<MedicineMatch.Unread>();
    }

    [Fact]
    public void Faults_of_medicines_stop_the_start_as_well() =>
        Should.Throw<ContentFaultException>(() => ContentLibrary.Load([new ContentFile("Medicines/products-own.yaml", "version: 1")]))
            .Faults.ShouldContain(fault => fault.File == "Medicines/products-own.yaml");

    [Fact]
    public void An_insurers_own_preset_stands_beside_the_shipped_ones_and_its_faults_stop_the_start()
    {
        var own = new ContentFile("Claims/Presets/own.yaml", File.ReadAllText(Repository.PathOf("docs", "samples", "claims", "signals-own.yaml")));

        ContentLibrary.Load([own]).Signals.Presets.Select(preset => preset.Id).ShouldBe(["hiratsuka", "kenpo-2inst", "kokuho-classic", "kyokai-osaka-20", "our-signals"]);
        ContentLibrary.Load().Signals.Find("our-signals").ShouldBeNull();
        Should.Throw<ContentFaultException>(() => ContentLibrary.Load([own with { Text = own.Text.Replace("value: 50", "value: 0", StringComparison.Ordinal) }]))
            .Faults.Single().File.ShouldBe("Claims/Presets/own.yaml");
    }

    [Fact]
    public void A_file_that_nothing_reads_is_a_fault() =>
        Should.Throw<ContentFaultException>(() => ContentLibrary.Load([new ContentFile("Thresolds/own.yaml", "id: own")]))
            .Faults.ShouldContain(fault => fault.File == "Thresolds/own.yaml" && fault.What == "Nothing reads this file.");

    [Fact]
    public void A_file_given_twice_is_a_fault() =>
        Should.Throw<ContentFaultException>(() => ContentLibrary.Load([Audit, Audit]))
            .Faults.ShouldContain(fault => fault.File == "Instruments/audit.yaml" && fault.What == "The file is given twice.");

    [Fact]
    public void The_version_tells_which_file_holds_which_text()
    {
        var first = ContentVersion.Of([new ContentFile("a", "bc"), new ContentFile("d", "")]);

        ContentVersion.Of([new ContentFile("d", ""), new ContentFile("a", "bc")]).ShouldBe(first);
        ContentVersion.Of([new ContentFile("ab", "c"), new ContentFile("d", "")]).ShouldNotBe(first);
        ContentVersion.Of([new ContentFile("a", "b"), new ContentFile("d", "c")]).ShouldNotBe(first);
    }
}
