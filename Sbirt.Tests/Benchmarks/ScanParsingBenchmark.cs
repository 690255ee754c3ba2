using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Uke;
using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Claims;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Benchmarks;

/// <summary>
/// Records of a billing file into facts, beside the plain way in Ruby (receiptisan, the Ruby reader one would take, cannot be
/// had here: no registry this project builds from carries it). The bound is one core.
/// </summary>
public sealed class ScanParsingBenchmark
{
    private const int Rounds = 5;
    private const long Bytes = 100_000_000;
    private const double Million = 1_000_000;
    private const string Command =
        "dotnet run -c Release --project Sbirt.Tests -- -explicit only -class \"Sbirt.Tests.Benchmarks.ScanParsingBenchmark\"";

    private static readonly string Ruby = Repository.PathOf("Sbirt.Tests", "Benchmarks", "rivals", "parse.rb");

    [Fact(Explicit = true)]
    public async Task Parsing_is_fifty_times_as_fast_as_a_plain_Ruby_reader()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/ruby"), "ruby (Debian package ruby) is not installed.");
        using var claims = new BenchmarkClaims();
        var (folder, bytes) = claims.Write("claims", Bytes);
        var files = Directory.GetFiles(folder, "*.CSV", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var rounds = new List<(TimeSpan Ours, TimeSpan Theirs)>();
        for (var round = 0; round < Rounds; round++)
        {
            // A first turn, as the compiler needs it; the files lie in the cache for both.
            _ = Parse(files);
            var (read, took) = Parse(files);
            var ruby = await ChildProgram.RunAsync(Path.Combine(claims.Folder, "ruby.txt"), claims.Folder, "ruby", [Ruby, .. files]);
            ruby.ExitCode.ShouldBe(0, ruby.Errors);
            var said = (await File.ReadAllTextAsync(Path.Combine(claims.Folder, "ruby.txt"), Encoding.ASCII)).Split(' ');
            read.ShouldBe((long.Parse(said[0], CultureInfo.InvariantCulture), long.Parse(said[1], CultureInfo.InvariantCulture)));
            rounds.Add((took, ruby.Took));
        }

        var ratios = rounds.Select(round => round.Theirs / round.Ours).Order().ToArray();
        var (ours, theirs) = (rounds.Select(round => round.Ours).Order().ElementAt(Rounds / 2), rounds.Select(round => round.Theirs).Order().ElementAt(Rounds / 2));
        string Row(string program, TimeSpan took, string times) => string.Create(
            CultureInfo.InvariantCulture, $"| {program} | {took.TotalSeconds:F2} | {bytes / Million / took.TotalSeconds:F0} | {times} |");
        Report.Write("scan-parsing.md", string.Create(CultureInfo.InvariantCulture, $"""
            # Reading billing files beside a plain Ruby reader

            {bytes / Million:N0} MB of made-up claims in the insurers' form, one core, files in the cache, {Rounds} interleaved rounds, median; claims
            and their points are compared first. Sbirt brings every claim to a person, with medicines, diseases and signs; the Ruby reader
            turns CP932 into UTF-8, splits at commas and names the fields. receiptisan, a Ruby reader of these files, could not be had here.
            The start of Ruby (about 0.1 s) is in its time. The ratio counts; seconds are those of one machine.

            | reader | seconds | MB/s | times faster (lowest–highest round) |
            | --- | ---: | ---: | ---: |
            {Row("Ruby (`Sbirt.Tests/Benchmarks/rivals/parse.rb`)", theirs, "1")}
            {Row("Sbirt", ours, string.Create(CultureInfo.InvariantCulture, $"{ratios[Rounds / 2]:F0} ({ratios[0]:F0}–{ratios[^1]:F0})"))}

            `{Command}`

            """));
        ratios[Rounds / 2].ShouldBeGreaterThanOrEqualTo(50);
    }

    private static ((long Claims, long Points) Read, TimeSpan Took) Parse(string[] files)
    {
        var watch = Stopwatch.StartNew();
        var counted = new Counting();
        var claim = new UkeClaim(new PersonIdentity(new KeyedHash(new byte[KeyedHash.KeyBytes])), UkeTexts.Codes);
        var block = new byte[LineReader.BlockBytes];
        foreach (var file in files)
        {
            using var stream = new FileStream(file, new FileStreamOptions { BufferSize = 0 });
            var lines = new LineReader(stream, block);
            new UkeReader(0, lines, UkeForms.Of(lines.Head()), claim, counted).Read();
        }

        return ((counted.Claims, counted.Points), watch.Elapsed);
    }

    /// <summary>Takes facts and keeps their number.</summary>
    private sealed class Counting : IClaimSink
    {
        public long Claims { get; private set; }

        public long Points { get; private set; }

        public void Add(in ClaimPerson person, in ClaimFact claim, int billed)
        {
            Claims++;
            Points += claim.Points;
        }

        public void Add(in ClaimPerson person, in ClaimFact claim, in DispensingFact dispensing)
        {
        }

        public void Add(in ClaimPerson person, in ClaimFact claim, in DiseaseFact disease)
        {
        }

        public void Refuse(in RefusedLine line) => throw new InvalidOperationException("A made-up claim was refused.");
    }
}
