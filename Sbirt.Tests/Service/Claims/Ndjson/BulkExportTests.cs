using System.Text;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Claims.Ndjson.Exports;

namespace Sbirt.Tests.Service.Claims.Ndjson;

public sealed class BulkExportTests : IDisposable
{
    private readonly ClaimFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("identifier")]
    [InlineData("full-width")]
    [InlineData("patient")]
    [InlineData("contained")]
    [InlineData("elsewhere")]
    public async Task A_person_of_billing_files_is_the_same_in_an_export_wherever_the_number_stands(string how)
    {
        foreach (var institution in Enumerable.Range(1, 10))
        {
            folder.Write($"{institution:D2}.UKE", institution, [(1, "1112")]);
        }

        const string Extensions = """
            ,"extension":[{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonSymbol","valueString":"１２"},{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonNumber","valueString":"1"}]
            """;
        const string Insurer = """{"system":"urn:oid:1.2.392.100495.20.3.61","value":"1270016"}""";
        string Bare(string payor, string more = "") =>
            $$"""{"resourceType":"Coverage","id":"c","status":"active","beneficiary":{"reference":"https://payer.example/fhir/Patient/1"},"payor":[{{payor}}]{{Extensions.Trim()}}{{more}}}""";
        folder.Write("fhir/claims.ndjson", Bytes(Enumerable.Range(11, 10).Select(n => Billed($"e{n}", Institution(n)))));
        folder.Write("fhir/Patient.ndjson", Bytes(Patient(more: how == "patient" ? """,  "identifier":[{"system":"http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID","value":"01270016:12:1:"}]""" : "")));
        string[] coverage = how switch
        {
            "identifier" => [Coverage()],
            "full-width" => [Coverage(member: "０１２７００１６: １２:１:")],
            "contained" => [Bare("""{"reference":"#i"}""", $$""","contained":[{"resourceType":"Organization","id":"i","identifier":[{{Insurer}}]}]""")],
            "elsewhere" => [Bare("""{"reference":"Organization/i"}"""), $$"""{"resourceType":"Organization","id":"i","identifier":[{{Insurer}}]}"""],
            _ => ["""{"resourceType":"Basic","id":"b"}"""],
        };
        folder.Write("fhir/Z.ndjson", Bytes(coverage));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").ShouldBeEmpty();
        var finding = folder.Lines("findings.ndjson").ShouldHaveSingleItem();
        (finding.GetProperty("status").GetString(), finding.GetProperty("value").GetInt32()).ShouldBe(("reached", 20));
        folder.Summary.GetProperty("persons").GetInt64().ShouldBe(1);
        folder.Summary.GetProperty("resources").GetProperty("claimsWithoutInsured").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task C8_leading_zeros_and_branch_numbers_keep_persons_apart()
    {
        folder.Write("a.ndjson", Bytes(
            Patient("1"), Coverage("1", "01270016:12:1:01"), Billed("a", Institution(1), "1"),
            Patient("2"), Coverage("2", "01270016:12:01:01"), Billed("b", Institution(1), "2"),
            Patient("3"), Coverage("3", "01270016:12:1:02"), Billed("c", Institution(1), "3"),
            Patient("4"), Coverage("4", "01270016:12:１:０１"), Billed("d", Institution(2), "4")));
        await folder.ScanAsync();
        folder.Summary.GetProperty("persons").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task Who_has_no_number_goes_by_the_reference_and_is_told()
    {
        folder.Write("a.ndjson", Bytes([Patient("1"), .. Enumerable.Range(1, 15).Select(n => Billed($"a{n}", Institution(n), "1")), Billed("b", Institution(1), "nobody")]));
        await folder.ScanAsync();
        folder.Lines("findings.ndjson").ShouldHaveSingleItem().GetProperty("value").GetInt32().ShouldBe(15);
        var resources = folder.Summary.GetProperty("resources");
        resources.GetProperty("claimsWithoutPatient").GetInt64().ShouldBe(1);
        resources.GetProperty("claimsWithoutInsured").GetInt64().ShouldBe(16);
        folder.Summary.GetProperty("persons").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Two_patients_of_one_id_are_nobodys_claims()
    {
        folder.Write("a.ndjson", Bytes(Patient("1"), Billed("a", Institution(1)), Dispense("d", "2026-09-01", 30)));
        folder.Write("b.ndjson", Bytes(Patient("1", birth: "1950-01-01"), Patient("2"), Billed("b", Institution(1), "2")));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").Select(line => (Path.GetFileName(line.GetProperty("file").GetString()), line.GetProperty("line").GetInt32(), line.GetProperty("reason").GetString()))
            .ShouldBe([("a.ndjson", 2, "patient-ambiguous"), ("a.ndjson", 3, "patient-ambiguous")]);
        (folder.Summary.GetProperty("claims").GetInt64(), folder.Summary.GetProperty("refusedClaims").GetInt64()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_line_that_cannot_be_used_is_told_by_file_line_and_offset_and_the_next_is_read()
    {
        string[] lines =
        [
            Patient(), "", Billed("a", Institution(1))[..^9], Billed("b", Institution(2)), """{"id":"x"}""", """{"resourceType":"Banana","id":"x"}""",
            Billed("c", Institution(3), more: ",\"modifierExtension\":[{\"url\":\"https://x.example\",\"valueBoolean\":true}]"), "   ", """{"resourceType":"Observation","id":"o","status":"final"}""",
            Billed("d", Institution(4)).Replace("\"active\"", "\"cancelled\"", StringComparison.Ordinal), "not json", Billed("e", Institution(5), more: ",\"id\":\"twice\""),
        ];
        folder.Write("a.ndjson", Bytes(lines));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").Select(line => (line.GetProperty("line").GetInt32(), line.GetProperty("offset").GetInt32(), line.GetProperty("reason").GetString())).ShouldBe([
            (3, Offset(2), "line-broken"), (5, Offset(4), "resource-type-missing"), (6, Offset(5), "resource-type-unknown"), (7, Offset(6), "modifier-extension"), (11, Offset(10), "line-broken"), (12, Offset(11), "line-broken"),
        ]);
        folder.Summary.GetProperty("claims").GetInt64().ShouldBe(1);
        folder.Summary.GetProperty("resources").GetProperty("leftOut").GetInt64().ShouldBe(1);
        folder.Summary.GetProperty("resources").GetProperty("ofOtherTypes").GetInt64().ShouldBe(1);

        int Offset(int before) => Bytes(lines[..before]).Length;
    }

    [Fact]
    public async Task C4_a_line_of_many_megabytes_and_a_missing_end_are_no_hindrance()
    {
        var filler = new string('x', 9 * 1024 * 1024);
        var large = Billed("b", Institution(2), more: $",\"text\":{{\"status\":\"generated\",\"div\":\"{new string('y', 60_000)}\"}},\"contained\":[{string.Join(',', Enumerable.Range(0, 10).Select(n => $"{{\"resourceType\":\"Basic\",\"id\":\"{n}\",\"language\":\"{new string('z', 60_000)}\"}}"))}]");
        var bytes = Bytes(Patient(), Billed("a", Institution(1)), $$"""{"resourceType":"Claim","id":"{{filler}}"}""", large, Billed("c", Institution(3)));
        folder.Write("a.ndjson", bytes[..^1]);
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe("line-too-long");
        folder.Summary.GetProperty("claims").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task C6_a_resource_is_counted_in_its_last_state_and_a_claim_with_its_answer_once()
    {
        folder.Write("a.ndjson", Bytes(
            Patient(),
            Billed("a", Institution(1), month: "2026-08", more: ",\"meta\":{\"lastUpdated\":\"2026-11-02T00:00:00Z\"}"),
            Billed("a", Institution(1), month: "2026-09", more: ",\"meta\":{\"lastUpdated\":\"2026-11-01T00:00:00Z\"}"),
            Billed("k", Institution(2), type: "Claim"),
            Billed("e", Institution(2), more: ",\"claim\":{\"reference\":\"Claim/k\"}"),
            Billed("old", Institution(3), month: "2026-08"),
            Billed("new", Institution(3), more: ",\"related\":[{\"claim\":{\"reference\":\"ExplanationOfBenefit/old\"},\"relationship\":{\"coding\":[{\"code\":\"prior\"}]}}]"),
            Billed("visit1", Institution(4)),
            Billed("visit2", Institution(4))));
        folder.Write("copy/a.ndjson", File.ReadAllBytes(Path.Combine(folder.Input, "a.ndjson")));
        await folder.ScanAsync();
        folder.Summary.GetProperty("claimsInMonths").GetInt64().ShouldBe(3);
        folder.Summary.GetProperty("claimsOfOtherMonths").GetInt64().ShouldBe(1);
        var resources = folder.Summary.GetProperty("resources");
        (folder.Summary.GetProperty("claims").GetInt64() - resources.GetProperty("claimsReplaced").GetInt64() - resources.GetProperty("claimsJoined").GetInt64()).ShouldBe(4);
    }

    [Fact]
    public async Task Institutions_that_are_referred_to_are_known_by_the_digits_their_organization_tells()
    {
        foreach (var institution in Enumerable.Range(1, 15))
        {
            folder.Write($"{institution:D2}.UKE", institution, [(1, "1112")]);
        }

        const string Parts = "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Organization_";
        folder.Write("a.ndjson", Bytes(
            Patient(), Coverage(), Billed("a", "Organization/clinic"), Billed("b", "Organization/parts"), Billed("c", "Organization/unknown"),
            $$"""{"resourceType":"Organization","id":"clinic","identifier":[{"system":"http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no","value":"{{Institution(1)}}"}]}""",
            $$"""{"resourceType":"Organization","id":"parts","extension":[{"url":"{{Parts}}PrefectureNo","valueCoding":{"code":"27"} },{"url":"{{Parts}}InsuranceOrganizationCategory","valueCoding":{"code":"1"} },{"url":"{{Parts}}InsuranceOrganizationNo","valueIdentifier":{"value":"0000002"} }]}"""));
        await folder.ScanAsync();
        var finding = folder.Lines("findings.ndjson").ShouldHaveSingleItem();
        finding.GetProperty("value").GetInt32().ShouldBe(16);
        finding.GetProperty("evidence").EnumerateArray().Select(fact => fact.GetProperty("institution").GetString()).ShouldContain("unknown");
    }

    [Fact]
    public async Task An_order_adds_who_prescribed_and_for_how_long_and_is_no_dispense_itself()
    {
        folder.Write("a.ndjson", Bytes(
            Patient(), Coverage(),
            Order("o1", Institution(1)), Order("o2", Institution(2)), Order("o3", Institution(3)),
            Dispense("d1", "2026-09-01", 30, order: "o1"), Dispense("d2", "2026-09-05", null, order: "o2"),
            Billed("e", "2740000001", kind: "pharmacy", more: $$""","prescription":{"reference":"MedicationRequest/o1"},"item":[{"sequence":1,"productOrService":{"coding":[{"system":"{{Yj}}","code":"1124009F1010"}]},"servicedDate":"2026-09-01"}]""")));
        await folder.ScanAsync();
        var overlap = folder.Lines("findings.ndjson").Where(line => line.GetProperty("signal").GetString() == "bz-overlap").ShouldHaveSingleItem();
        overlap.GetProperty("value").GetInt32().ShouldBe(26);
        overlap.GetProperty("evidence").EnumerateArray().Select(fact => (fact.GetProperty("line").GetInt32(), fact.GetProperty("institution").GetString())).ShouldBe([(6, Institution(1)), (7, Institution(2))]);
        folder.Summary.GetProperty("resources").GetProperty("medicinesTwice").GetInt64().ShouldBe(1);
        folder.Summary.GetProperty("claimsByKind").GetProperty("dispensing").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Dispenses_of_a_person_without_any_claim_are_looked_at_too()
    {
        folder.Write("a.ndjson", Bytes(Patient(), Order("o1", Institution(1)), Order("o2", Institution(2)), Dispense("d1", "2026-09-01", 30, order: "o1"), Dispense("d2", "2026-09-05", 30, order: "o2")));
        await folder.ScanAsync();
        folder.Lines("findings.ndjson").ShouldHaveSingleItem().GetProperty("signal").GetString().ShouldBe("bz-overlap");
    }

    [Fact]
    public async Task A_manifest_names_what_is_missing_what_is_of_another_type_and_what_the_export_could_not_give()
    {
        folder.Write("export/Patient.000.ndjson", Bytes(Patient()));
        folder.Write("export/eob.ndjson.gz", ClaimFolder.Gzip(Bytes(Billed("a", Institution(1)), Patient("2"))));
        var manifest = folder.Write("export/manifest.json", Encoding.UTF8.GetBytes("""
            {
              "transactionTime": "2026-11-01T00:00:00Z", "request": "https://payer.example/fhir/$export", "requiresAccessToken": true,
              "output": [ {"type": "Patient", "url": "https://payer.example/files/Patient.000.ndjson?token=1"},
                          {"type": "ExplanationOfBenefit", "url": "https://payer.example/files/eob.ndjson"},
                          {"type": "Coverage", "url": "https://payer.example/files/..%2f..%2fcoverage.ndjson"},
                          {"type": "Coverage", "url": "https://payer.example/files/Coverage.000.ndjson"} ],
              "error": [ {"type": "OperationOutcome", "url": "https://payer.example/files/errors.ndjson"} ]
            }
            """));
        foreach (var named in new[] { folder.Input, manifest })
        {
            await folder.ScanAsync(paths: [named]);
            folder.Lines("refused.ndjson").Select(line => (Path.GetFileName(line.GetProperty("file").GetString()), line.TryGetProperty("line", out var at) ? at.GetInt32() : 0, line.GetProperty("reason").GetString()))
                .ShouldBe([("Coverage.000.ndjson", 0, "manifest-file-missing"), ("manifest.json", 0, "manifest-errors"), ("eob.ndjson.gz", 2, "resource-type-unexpected")]);
            folder.Summary.GetProperty("claims").GetInt64().ShouldBe(1);
        }
    }

    [Fact]
    public async Task Exports_are_recognised_in_zips_with_marks_and_beside_other_json()
    {
        folder.Zip("export.zip", ("Patient.ndjson", [.. Encoding.UTF8.Preamble, .. Bytes(Patient())]), ("Claim.ndjson", Bytes(Billed("a", Institution(1), type: "Claim"))));
        folder.Write("package.json", "{\n  \"name\": \"x\"\n}"u8.ToArray());
        folder.Write("bundle.json", "{\n  \"resourceType\": \"Bundle\"\n}"u8.ToArray());
        folder.Write("utf16.json", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Patient())).ToArray());
        await folder.ScanAsync();
        folder.Summary.GetProperty("claims").GetInt64().ShouldBe(1);
        folder.Lines("refused.ndjson").Select(line => (Path.GetFileName(line.GetProperty("file").GetString()), line.GetProperty("reason").GetString())).Order()
            .ShouldBe([("bundle.json", "not-ndjson"), ("package.json", "not-a-claim-file"), ("utf16.json", "not-utf8")]);
    }

    [Fact]
    public async Task C2_an_export_in_a_gzip_cut_short_gives_nothing()
    {
        folder.Write("a.ndjson.gz", ClaimFolder.Gzip(Bytes([Patient(), .. Enumerable.Range(1, 2_000).Select(n => Billed($"{n}", Institution(n)))]))[..^40]);
        folder.Write("b.ndjson", Bytes(Patient("2"), Billed("b", Institution(1), "2")));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe("gzip-not-whole");
        (folder.Summary.GetProperty("claims").GetInt64(), folder.Summary.GetProperty("claimsInMonths").GetInt64(), folder.Summary.GetProperty("persons").GetInt64()).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task C10_an_export_in_one_piece_or_many_on_one_thread_or_two_gives_the_same_bytes()
    {
        var random = new Random(7);
        var lines = new List<string>();
        for (var person = 0; person < 80; person++)
        {
            lines.Add(Patient($"{person}"));
            lines.Add(Coverage($"{person}", $"01270016:12:{person}:"));
            lines.AddRange(Enumerable.Range(0, random.Next(12, 24)).Select(n => Billed($"{person}-{n}", Institution(random.Next(60)), $"{person}")));
            lines.Add(Dispense($"d{person}", "2026-09-01", 30, patient: $"{person}", order: $"o{person}"));
            lines.Add(Order($"o{person}", Institution(person), patient: $"{person}"));
        }

        lines.Insert(500, "broken");
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        folder.Write("a.ndjson", Bytes(shuffled));
        folder.Write("b.UKE", 99, Enumerable.Range(0, 60).Select(person => (person, "1112")));
        await folder.ScanAsync();
        var whole = Results();
        whole[0].ShouldContain("claims-per-month");
        foreach (var (threads, partBytes) in new[] { (2, 1_000_000L), (1, 50_000L), (2, 20_000L), (2, 1_500L) })
        {
            await folder.ScanAsync(threads, partBytes);
            Results().ShouldBe(whole);
        }
    }

    private string[] Results() => [folder.Text("findings.ndjson"), folder.Text("refused.ndjson"), folder.Text("summary.json")];
}
