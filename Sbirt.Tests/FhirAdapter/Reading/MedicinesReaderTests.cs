using System.IO.Compression;
using System.Text.Json;
using Sbirt.Content.Medicines;
using Sbirt.FhirAdapter.Reading;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Reading;

public sealed class MedicinesReaderTests
{
    private static readonly MedicineLibrary Library = Shipped.Content.Medicines;

    private const string Zolpidem = """{"coding":[{"system":"http://capstandard.jp/iyaku.info/CodeSystem/YJ-code","code":"1129009F1025"}]}""";

    private const string OneAtNight = """[{"doseAndRate":[{"type":{"coding":[{"system":"urn:oid:1.2.392.100495.20.2.22","code":"1"}]},"rateRatio":{"numerator":{"value":1,"unit":"錠","system":"urn:oid:1.2.392.100495.20.2.101","code":"TAB"},"denominator":{"value":1,"unit":"日","system":"http://unitsofmeasure.org","code":"d"}}}]}]""";

    [Fact]
    public void An_order_as_JP_Core_writes_it()
    {
        var use = One(Request(
            $$$"""
            "authoredOn":"2026-11-01T09:00:00+09:00",
            "requester":{"reference":"Practitioner/9"},
            "groupIdentifier":{"system":"urn:oid:1.2.392.100495.20.3.11","value":"rx-7"},
            "dosageInstruction":{{{OneAtNight}}},
            "dispenseRequest":{"expectedSupplyDuration":{"value":30,"unit":"日","system":"http://unitsofmeasure.org","code":"d"},"quantity":{"value":30,"unit":"錠"}}
            """));

        use.ShouldBe(new MedicineUse(
            "MedicationRequest/1",
            Library.Find("zolpidem")!,
            UseKind.Order,
            false,
            DaySpan.On(new DateOnly(2026, 11, 1)),
            30,
            false,
            DailyAmount.Of(5),
            false,
            new PrescribingSource("Practitioner/9", null),
            "urn:oid:1.2.392.100495.20.3.11|rx-7"));
    }

    [Fact]
    public void Days_that_are_told_win_over_quantity_by_dose()
    {
        // JP Core's published example says 7 days and 9 tablets of 3 a day.
        var dispensing = $$$"""
            {"resourceType":"MedicationDispense","id":"1","status":"completed","medicationCodeableConcept":{{{Zolpidem}}},
             "whenHandedOver":"2026-11-02","dosageInstruction":{{{OneAtNight}}},
             "quantity":{"value":9,"unit":"錠","system":"urn:oid:1.2.392.100495.20.2.101","code":"TAB"},"daysSupply":{"value":7,"unit":"日","system":"http://unitsofmeasure.org","code":"d"}}
            """;

        One(dispensing).Days.ShouldBe(7);
        One(dispensing.Replace("daysSupply", "_daysSupply", StringComparison.Ordinal)).Days.ShouldBe(9);
        One(dispensing.Replace("daysSupply", "_daysSupply", StringComparison.Ordinal).Replace("\"quantity\"", "\"_quantity\"", StringComparison.Ordinal)).Days.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"frequency":1,"period":1,"periodUnit":"d"}""", 5, 5)]
    [InlineData("""{"frequency":3,"period":1,"periodUnit":"d"}""", 15, 15)]
    [InlineData("""{"frequency":1,"frequencyMax":2,"period":1,"periodUnit":"d"}""", 5, 10)]
    [InlineData("""{"period":8,"periodUnit":"h","frequency":1}""", 15, 15)]
    [InlineData("""{"when":["HS"]}""", 5, 5)]
    [InlineData("""{"when":["ACM","HS"],"period":1,"periodUnit":"d"}""", 10, 10)]
    public void A_dose_and_its_times_make_the_daily_amount(string repeat, decimal least, decimal most) =>
        One(Request($$$"""
            "dosageInstruction":[{"timing":{"repeat":{{{repeat}}}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"錠"}}]}]
            """)).Daily.ShouldBe(new DailyAmount(least, most));

    [Theory]
    [InlineData("""{"timing":{"code":{"text":"寝る前"}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"錠"}}]}""")]
    [InlineData("""{"timing":{"repeat":{"dayOfWeek":["mon"]}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"錠"}}]}""")]
    [InlineData("""{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"mo"}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"錠"}}]}""")]
    [InlineData("""{"text":"1錠 寝る前"}""")]
    public void A_schedule_that_is_not_spelled_out_is_not_guessed(string dosage) =>
        One(Request($"\"dosageInstruction\":[{dosage}]")).Daily.ShouldBeNull();

    [Fact]
    public void Use_as_needed_has_estimated_days_and_no_daily_amount()
    {
        var use = One(Request("""
            "dosageInstruction":[{"asNeededBoolean":true,"doseAndRate":[{"doseQuantity":{"value":2,"unit":"錠"}}]}],
            "dispenseRequest":{"quantity":{"value":10,"unit":"錠"}}
            """));

        (use.AsNeeded, use.Days, use.DaysAreEstimated, use.Daily).ShouldBe((true, 5, true, null));
    }

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("stopped")]
    [InlineData("cancelled")]
    [InlineData("on-hold")]
    [InlineData("draft")]
    public void J8_what_was_taken_back_does_not_count(string status) =>
        Read(Request("").Replace("\"active\"", $"\"{status}\"", StringComparison.Ordinal)).ShouldBeNothing();

    [Fact]
    public void J8_what_is_not_to_be_given_and_what_is_only_planned_does_not_count()
    {
        Read(Request("\"doNotPerform\":true")).ShouldBeNothing();
        Read(Request("").Replace("\"order\"", "\"proposal\"", StringComparison.Ordinal)).ShouldBeNothing();
        Read(Request("").Replace("\"active\"", "\"unknown\"", StringComparison.Ordinal)).Unread.ShouldHaveSingleItem().Reason.ShouldBe(UnreadReason.StatusUnknown);
    }

    [Fact]
    public void A_draft_counts_as_a_draft_unless_it_is_taken_back()
    {
        var draft = Request("").Replace("\"active\"", "\"draft\"", StringComparison.Ordinal);

        Read([], [draft]).Uses.ShouldHaveSingleItem().IsDraft.ShouldBeTrue();
        Read([], [draft.Replace("\"draft\"", "\"cancelled\"", StringComparison.Ordinal)]).ShouldBeNothing();
        Read([Request("")], [draft]).Uses.ShouldHaveSingleItem().IsDraft.ShouldBeTrue();
    }

    [Fact]
    public void Who_is_writing_is_taken_from_the_hook_where_the_draft_does_not_say()
    {
        var read = MedicinesReader.Read(Library, new MedicineResources([Parse(Request(""))], [], DraftSource: new PrescribingSource("Practitioner/5", null)));

        read.Uses.ShouldHaveSingleItem().Source.ShouldBe(new PrescribingSource("Practitioner/5", null));
    }

    [Theory]
    [InlineData(""" "modifierExtension":[{"url":"urn:x","valueBoolean":true}] """)]
    [InlineData(""" "implicitRules":"urn:x" """)]
    [InlineData(""" "dosageInstruction":[{"modifierExtension":[{"url":"urn:x","valueBoolean":true}]}] """)]
    [InlineData(""" "medicationReference":{"reference":"#m"},"contained":[{"resourceType":"Medication","id":"m","modifierExtension":[{"url":"urn:x"}],"code":{"text":"ゾルピデム"}}] """)]
    public void J7_a_medicine_whose_meaning_is_changed_is_not_read(string more) =>
        Read(Request(more)).ShouldRefuse(UnreadReason.ModifierExtension);

    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2028-02-29", "2028-02-29", "2028-02-29")]
    [InlineData("9999-12-31T23:59:60Z", "9999-12-31", "9999-12-31")]
    [InlineData("2026-11-01T23:30:00-11:00", "2026-11-01", "2026-11-01")]
    [InlineData("2026-02-30", null, null)]
    [InlineData("yesterday", null, null)]
    public void J9_a_partial_date_is_all_the_days_it_may_mean(string authoredOn, string? earliest, string? latest) =>
        One(Request($"\"authoredOn\":\"{authoredOn}\"")).Start.ShouldBe(earliest is null ? null : new DaySpan(Day(earliest), Day(latest!)));

    [Theory]
    [InlineData("""{"value":1,"unit":"cup"}""", UnreadReason.UnitUnknown)]
    [InlineData("""{"value":-1,"unit":"錠"}""", UnreadReason.AmountInvalid)]
    [InlineData("""{"value":1e400,"unit":"錠"}""", UnreadReason.AmountInvalid)]
    [InlineData("""{"value":1,"comparator":"<","unit":"錠"}""", UnreadReason.AmountInvalid)]
    [InlineData("""{"value":"1","unit":"錠"}""", UnreadReason.AmountInvalid)]
    public void J10_an_amount_that_cannot_be_converted_is_told(string dose, UnreadReason reason)
    {
        var read = Read(Request($$$"""
            "dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{{{dose}}}}]}]
            """));

        read.Uses.ShouldHaveSingleItem().Daily.ShouldBeNull();
        read.Unread.ShouldContain(unread => unread.Reason == reason && unread.Path == "MedicationRequest.dosageInstruction[0].doseAndRate");
    }

    [Theory]
    [InlineData("""{"value":1,"unit":"mo","code":"mo"}""", UnreadReason.DurationUnknown)]
    [InlineData("""{"value":-30,"unit":"日"}""", UnreadReason.AmountInvalid)]
    public void J10_days_that_cannot_be_read_are_told(string duration, UnreadReason reason)
    {
        var read = Read(Request($$$"""
            "dispenseRequest":{"expectedSupplyDuration":{{{duration}}}}
            """));

        read.Uses.ShouldHaveSingleItem().Days.ShouldBeNull();
        read.Unread.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Fact]
    public void Grams_and_milligrams_of_one_dose_read_the_same()
    {
        static string Dose(string value, string unit) => Request($$$"""
            "dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":{{{value}}},"unit":"{{{unit}}}","system":"http://unitsofmeasure.org","code":"{{{unit}}}"}}]}]
            """);

        One(Dose("0.005", "g")).Daily.ShouldBe(One(Dose("5", "mg")).Daily);
    }

    [Fact]
    public void A_medicine_is_found_contained_or_beside_it_and_told_when_it_is_nowhere()
    {
        const string Medication = """{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"http://www.whocc.no/atc","code":"N05CF02"}]}}""";
        var request = Request("").Replace($"\"medicationCodeableConcept\":{Zolpidem}", "\"medicationReference\":{\"reference\":\"Medication/m\"}", StringComparison.Ordinal);

        Read([request, Medication]).Uses.ShouldHaveSingleItem().Ingredient.Id.ShouldBe("zolpidem");
        Read([$$$"""{"resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:1","resource":{{{Medication}}}},{"resource":{{{request.Replace("Medication/m", "urn:uuid:1", StringComparison.Ordinal)}}}}]}"""])
            .Uses.ShouldHaveSingleItem().Ingredient.Id.ShouldBe("zolpidem");
        Read([request.Replace("\"Medication/m\"}", $"\"#m\"}},\"contained\":[{Medication}]", StringComparison.Ordinal)]).Uses.ShouldHaveSingleItem().Ingredient.Id.ShouldBe("zolpidem");
        Read(request).ShouldRefuse(UnreadReason.ReferenceMissing);
    }

    [Fact]
    public void J13_references_in_circles_end()
    {
        var request = Request("\"requester\":{\"reference\":\"PractitionerRole/r\"}");
        const string Role = """{"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"PractitionerRole/r"},"organization":{"reference":"#self"},"contained":[{"resourceType":"Organization","id":"self","partOf":{"reference":"#self"}}]}""";

        Should.NotThrow(() => Read([request, Role]));
    }

    [Fact]
    public void A_role_joins_prescriber_and_institution()
    {
        const string Role = """{"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"Practitioner/1"},"organization":{"reference":"https://ehr.example/fhir/Organization/2"}}""";

        Read([Request("\"requester\":{\"reference\":\"PractitionerRole/r\"}"), Role]).Uses.ShouldHaveSingleItem().Source.ShouldBe(new PrescribingSource("Practitioner/1", "Organization/2"));
        One(Request("\"requester\":{\"reference\":\"PractitionerRole/r\"}")).Source.ShouldBe(PrescribingSource.Unknown);
    }

    [Fact]
    public void A_dispensing_takes_its_prescriber_from_the_order_and_stands_in_its_place()
    {
        var dispensing = $$$"""
            {"resourceType":"MedicationDispense","id":"d","status":"completed","medicationCodeableConcept":{{{Zolpidem}}},"whenHandedOver":"2026-11-20",
             "authorizingPrescription":[{"reference":"MedicationRequest/1"}],"performer":[{"actor":{"reference":"Organization/pharmacy"}}],"daysSupply":{"value":30,"code":"d"}}
            """;

        var use = Read([Request($"\"requester\":{{\"reference\":\"Practitioner/9\"}},\"dosageInstruction\":{OneAtNight}"), dispensing]).Uses.ShouldHaveSingleItem();

        (use.Kind, use.Source, use.Daily).ShouldBe((UseKind.Dispensing, new PrescribingSource("Practitioner/9", null), DailyAmount.Of(5)));
        One(dispensing).Source.ShouldBe(PrescribingSource.Unknown);
    }

    [Fact]
    public void A_statement_reaches_to_its_end_or_to_the_day_it_was_said()
    {
        static string Statement(string period) => $$$"""
            {"resourceType":"MedicationStatement","id":"s","status":"active","medicationCodeableConcept":{{{Zolpidem}}},{{{period}}}}
            """;

        One(Statement("\"effectivePeriod\":{\"start\":\"2026-11-01\",\"end\":\"2026-11-10\"}")).Days.ShouldBe(10);
        One(Statement("\"effectivePeriod\":{\"start\":\"2026-11-01\"},\"dateAsserted\":\"2026-11-20\"")).Days.ShouldBe(20);
        One(Statement("\"effectiveDateTime\":\"2026-11-01\"")).Days.ShouldBeNull();
    }

    [Fact]
    public void Medicines_of_another_person_are_never_used()
    {
        var other = Parse(Request("\"subject\":{\"reference\":\"Patient/2\"}"));

        var read = MedicinesReader.Read(Library, new MedicineResources([], [other], Patient: "Patient/1"));

        read.ShouldRefuse(UnreadReason.AnotherPerson);
        MedicinesReader.Read(Library, new MedicineResources([], [other], Patient: "2")).Uses.ShouldHaveSingleItem();
    }

    [Fact]
    public void K4_repeated_and_shuffled_resources_read_the_same()
    {
        string[] resources =
        [
            Request(""),
            Request("").Replace("\"id\":\"1\"", "\"id\":\"2\"", StringComparison.Ordinal),
            Request("\"dosageInstruction\":[{\"modifierExtension\":[]}]").Replace("\"id\":\"1\"", "\"id\":\"3\"", StringComparison.Ordinal),
            """{"resourceType":"OperationOutcome","issue":[]}""",
        ];
        var first = Read(resources);

        var second = Read([.. resources.Reverse(), .. resources]);

        second.Uses.ShouldBe(first.Uses);
        second.Unread.ShouldBe(first.Unread);
    }

    [Fact]
    public void The_published_examples_of_R4_break_nothing()
    {
        if (SharedCases.Find("r4-examples.ndjson.gz") is not { } path)
        {
            Assert.Skip("The examples do not lie beside the repository.");
            return;
        }

        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var read = 0;
        while (lines.ReadLine() is { } line)
        {
            if (line.Contains("\"Medication", StringComparison.Ordinal))
            {
                var resources = Read([line]);
                MedicineJudging.Judge(Library, new MedicineFacts(new DateOnly(2026, 11, 21), resources.Uses, resources.Unread));
                read++;
            }
        }

        read.ShouldBeGreaterThan(50);
    }

    private static string Request(string more) => $$$"""
        {"resourceType":"MedicationRequest","id":"1","status":"active","intent":"order",
         {{{(more.Contains("medicationReference", StringComparison.Ordinal) ? "" : $"\"medicationCodeableConcept\":{Zolpidem}{(more.Length > 0 ? "," : "")}")}}}{{{more}}}}
        """;

    private static MedicineUse One(string json) => Read(json).Uses.ShouldHaveSingleItem();

    private static ReadMedicines Read(string json) => Read([json]);

    private static ReadMedicines Read(string[] record, string[]? drafts = null) =>
        MedicinesReader.Read(Library, new MedicineResources((drafts ?? []).Select(Parse), record.Select(Parse)));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

internal static class MedicinesRead
{
    public static void ShouldBeNothing(this ReadMedicines read)
    {
        read.Uses.ShouldBeEmpty();
        read.Unread.ShouldBeEmpty();
    }

    public static void ShouldRefuse(this ReadMedicines read, UnreadReason reason)
    {
        read.Uses.ShouldBeEmpty();
        read.Unread.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }
}
