using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Claims;

public sealed class ScanTests : IDisposable
{
    private const string Outpatient = "1112";
    private const string Inpatient = "1111";

    private readonly ClaimFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Twenty_claims_of_a_month_are_reached_fifteen_approach_and_fourteen_are_nobodys_concern()
    {
        for (var institution = 1; institution <= 20; institution++)
        {
            var claims = new List<(int, string)> { (1, Outpatient) };
            if (institution <= 15)
            {
                claims.Add((2, Outpatient));
            }

            if (institution <= 14)
            {
                claims.Add((3, Outpatient));
            }

            // In hospital, and so not counted.
            claims.Add((3, Inpatient));
            folder.Write($"{institution:D2}.UKE", institution, claims);
        }

        await folder.ScanAsync();
        folder.Lines("findings.ndjson").Select(finding => (
                finding.GetProperty("signal").GetString(),
                finding.GetProperty("status").GetString(),
                finding.GetProperty("value").GetInt32(),
                finding.GetProperty("evidence").GetArrayLength(),
                finding.GetProperty("isExcluded").GetBoolean()))
            .OrderBy(finding => finding)
            .ShouldBe([
                ("claims-per-month", "approaching", 15, 15, false),
                ("claims-per-month", "reached", 20, 20, false),
                ("claims-per-month", "reached", 34, 34, true), // Only with the stays in hospital: shown, and nobody is written to.
            ]);
        folder.Summary.GetProperty("findings").GetProperty("claims-per-month").GetRawText().ShouldBe("""{"reached":1,"approaching":1,"excluded":1}""");
        folder.Lines("refused.ndjson").ShouldBeEmpty();
        folder.Summary.GetProperty("claims").GetInt64().ShouldBe(20 + 15 + 14 + 20);
        folder.Summary.GetProperty("unreconciled").GetArrayLength().ShouldBe(0);
        Directory.Exists(folder.Work).ShouldBeFalse();
    }

    [Fact]
    public async Task Evidence_names_file_and_line()
    {
        foreach (var institution in Enumerable.Range(1, 20))
        {
            folder.Write($"{institution:D2}.UKE", institution, [(7, Outpatient), (1, Outpatient)]);
        }

        await folder.ScanAsync();
        var finding = folder.Lines("findings.ndjson")[0];
        foreach (var fact in finding.GetProperty("evidence").EnumerateArray())
        {
            var lines = File.ReadAllLines(fact.GetProperty("file").GetString()!, System.Text.Encoding.Latin1);
            lines[fact.GetProperty("line").GetInt32() - 1].ShouldStartWith("RE,");
            fact.GetProperty("institution").GetString()!.ShouldStartWith("271");
        }
    }

    [Fact]
    public async Task C6_a_file_given_twice_and_a_claim_billed_again_are_counted_once()
    {
        for (var institution = 1; institution <= 19; institution++)
        {
            folder.Write($"{institution:D2}.UKE", institution, [(1, Outpatient)]);
        }

        folder.Write("copy/19.UKE", 19, [(1, Outpatient)]);
        folder.Write("again/18.UKE", 18, [(1, Outpatient)], billed: "202611");
        folder.Write("other-month/1.UKE", 20, [(1, Outpatient)], month: "202608");
        await folder.ScanAsync();
        var finding = folder.Lines("findings.ndjson").ShouldHaveSingleItem();
        finding.GetProperty("value").GetInt32().ShouldBe(19);
        finding.GetProperty("evidence").EnumerateArray().Count(fact => fact.GetProperty("file").GetString()!.Contains("again", StringComparison.Ordinal)).ShouldBe(1);
        folder.Summary.GetProperty("duplicates").GetInt64().ShouldBe(2);
        folder.Summary.GetProperty("claimsOfOtherMonths").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task C10_one_thread_or_two_in_one_piece_or_many_the_result_is_the_same_to_the_byte()
    {
        var all = new List<byte>();
        var random = new Random(4);
        for (var institution = 1; institution <= 60; institution++)
        {
            all.AddRange(File.ReadAllBytes(folder.Write("one.UKE", institution, Enumerable.Range(0, 40).Select(_ => (random.Next(60), Outpatient)))).Where(each => each != 0x1A));
        }

        folder.Write("one.UKE", [.. all]);
        folder.Write("small.UKE", 99, Enumerable.Range(0, 60).Select(person => (person, Outpatient)));
        await folder.ScanAsync();
        var whole = Results();
        whole[0].ShouldContain("claims-per-month");
        foreach (var (threads, partBytes) in new[] { (2, 1_000_000L), (1, 9_000L), (2, 4_000L), (2, 700L) })
        {
            await folder.ScanAsync(threads, partBytes);
            var others = Results();
            others[0].ShouldBe(whole[0], $"{threads} threads, parts of {partBytes} bytes");
            others[1].ShouldBe(whole[1]);
            others[2].ShouldBe(whole[2]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task C10_cut_at_any_line_the_result_is_the_same_to_the_byte(bool forPayer)
    {
        var records = new List<string>();
        for (var institution = 1; institution <= 22; institution++)
        {
            records.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"IR,1,27,1,{institution:D7},,見本医院,202610,00,0600000000"));
            records.AddRange([UkeTexts.Receipt(1), UkeTexts.Insured("1"), UkeTexts.Receipt(2), UkeTexts.Insured($"{institution % 3}"), "GO,2,1000,99"]);
        }

        var bytes = UkeTexts.Bytes(forPayer ? records.Select(record => $"1,1,0,{record}") : records);
        folder.Write("one.UKE", bytes);
        await folder.ScanAsync();
        var whole = Results();
        whole[0].ShouldContain("claims-per-month");
        var ends = Enumerable.Range(0, bytes.Length).Where(at => bytes[at] == '\n' && at < bytes.Length / 2).ToList();
        ends.Count.ShouldBeGreaterThan(60);
        foreach (var end in ends)
        {
            await folder.ScanAsync(2, end);
            Results().ShouldBe(whole, $"cut behind byte {end}");
        }
    }

    [Fact]
    public async Task The_published_sample_is_read_to_its_last_claim()
    {
        var sample = SharedCases.Find("claims/RECEIPTC_GAIRAI_SAMPLE.UKE");
        Assert.SkipWhen(sample is null, "The published sample is not beside the repository.");
        folder.Write("sample.UKE", await File.ReadAllBytesAsync(sample!, TestContext.Current.CancellationToken));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").ShouldBeEmpty();
        folder.Summary.GetProperty("claims").GetInt64().ShouldBe(75);
        folder.Summary.GetProperty("unreconciled").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("gzip-not-whole", "cut")]
    [InlineData("gzip-not-whole", "garbage")]
    [InlineData("gzip-not-whole", "damaged")]
    public async Task C2_a_gzip_that_is_not_whole_is_refused_and_nothing_of_it_is_counted(string reason, string how)
    {
        var packed = ClaimFolder.Gzip(UkeTexts.Bytes([UkeTexts.Head, .. Enumerable.Range(1, 400).SelectMany(n => new[] { UkeTexts.Receipt(n), UkeTexts.Insured($"{n}") })]));
        folder.Write("a.UKE.gz", how switch
        {
            "cut" => packed[..^30],
            "garbage" => [.. packed, 1, 2, 3],
            _ => [.. packed[..(packed.Length / 2)], (byte)(packed[packed.Length / 2] ^ 0x55), .. packed[((packed.Length / 2) + 1)..]],
        });
        folder.Write("b.UKE", 2, [(1, Outpatient)]);
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe(reason);
        folder.Summary.GetProperty("persons").GetInt64().ShouldBe(1);
        folder.Summary.GetProperty("refusedFiles").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task C2_gzips_of_several_members_and_zips_are_read_whole()
    {
        var one = UkeTexts.Bytes(UkeTexts.Head, UkeTexts.Receipt(1), UkeTexts.Insured("1"));
        var two = UkeTexts.Bytes(UkeTexts.Head, UkeTexts.Receipt(1), UkeTexts.Insured("2"));
        folder.Write("several.gz", [.. ClaimFolder.Gzip([.. one, .. "\r\n"u8]), .. ClaimFolder.Gzip(two)]);
        folder.Zip("zip.zip", ("folder/three.UKE", UkeTexts.Bytes(UkeTexts.Head, UkeTexts.Receipt(1), UkeTexts.Insured("3"))), ("four.UKE", UkeTexts.Bytes(UkeTexts.Head, UkeTexts.Receipt(1), UkeTexts.Insured("4"))));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").ShouldBeEmpty();
        folder.Summary.GetProperty("persons").GetInt64().ShouldBe(4);
        folder.Summary.GetProperty("files").GetInt64().ShouldBe(3);
    }

    [Theory]
    [InlineData("../outside.UKE", "zip-entry-outside")]
    [InlineData("/etc/claims", "zip-entry-outside")]
    public async Task C1_a_zip_that_reaches_outside_itself_is_refused(string entry, string reason)
    {
        folder.Zip("a.zip", (entry, UkeTexts.Bytes(UkeTexts.Head)));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task C1_bombs_and_archives_within_archives_are_refused()
    {
        folder.Zip("bomb.zip", ("zeros.UKE", new byte[100_000_000]));
        folder.Write("bomb.gz", ClaimFolder.Gzip([.. UkeTexts.Bytes(UkeTexts.Head), .. new byte[100_000_000]]));
        folder.Zip("nested.zip", ("inner.zip", File.ReadAllBytes(folder.Zip("x/inner.zip", ("a.UKE", [1])))));
        File.Delete(Path.Combine(folder.Input, "x", "inner.zip"));
        await folder.ScanAsync();
        folder.Lines("refused.ndjson").Select(line => line.GetProperty("reason").GetString()).Order().ShouldBe(["archive-in-archive", "unfolds-too-far", "unfolds-too-far"]);
    }

    [Fact]
    public async Task C9_a_stopped_scan_goes_on_and_ends_with_the_same_bytes()
    {
        foreach (var institution in Enumerable.Range(1, 30))
        {
            folder.Write($"{institution:D2}.UKE", institution, Enumerable.Range(0, 50).Select(person => (person, Outpatient)));
        }

        await folder.ScanAsync(partBytes: 5_000);
        var whole = Results();
        foreach (var parts in new[] { 1, 5, 12 })
        {
            using var stop = new CancellationTokenSource();
            var scan = folder.ScanAsync(partBytes: 5_000, resumes: false, cancellation: stop.Token, progress: new Sbirt.Service.Claims.Scanning.ScanProgress(read =>
            {
                if (Directory.Exists(folder.Work) && Directory.GetFiles(folder.Work, "part-*.json").Length >= parts)
                {
                    stop.Cancel();
                }
            }));
            await Should.ThrowAsync<OperationCanceledException>(scan);
            Directory.GetFiles(folder.Work, "part-*.json").Length.ShouldBeInRange(parts, 29);
            await folder.ScanAsync(partBytes: 5_000, resumes: true);
            Results().ShouldBe(whole);
        }
    }

    [Fact]
    public async Task Going_on_with_changed_input_is_refused_with_a_sentence()
    {
        folder.Write("1.UKE", 1, [(1, Outpatient)]);
        Directory.CreateDirectory(folder.Work);
        await File.WriteAllTextAsync(Path.Combine(folder.Work, "plan.txt"), "of another scan", TestContext.Current.CancellationToken);
        var fault = await Should.ThrowAsync<Sbirt.Service.Claims.Scanning.ScanFaultException>(folder.ScanAsync(resumes: true));
        fault.Message.ShouldContain("--resume");
    }

    private string[] Results() => [folder.Text("findings.ndjson"), folder.Text("refused.ndjson"), folder.Text("summary.json")];
}
