using System.Text.Json.Nodes;
using Sbirt.Content.Instruments;
using Sbirt.Tests.FhirAdapter;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Conformance;

/// <summary>The published Questionnaires, computed by programs that nobody of this project wrote.</summary>
public sealed class PublishedScoresTests
{
    private const int Seed = 20240401;

    [Fact]
    public void Every_calculated_expression_gives_our_score_or_is_empty_where_ours_is_incomplete()
    {
        var instruments = Shipped.Content.Instruments.Instruments;
        var cases = new JsonArray([.. instruments.Select((each, index) => RandomSheets.Case(each, 200, Seed + index))]);

        var results = NodeTools.Run("fhirpath-scores.mjs", cases);

        Compare(instruments, cases, results).ShouldBeEmpty();
    }

    [Fact]
    public void Lforms_computes_our_score_for_every_published_questionnaire()
    {
        var chromium = NodeTools.Chromium();
        var instruments = Shipped.Content.Instruments.Instruments;
        var cases = new JsonArray([.. instruments.Select((each, index) => RandomSheets.Case(each, 20, -Seed - index))]);

        var results = NodeTools.Run("lforms-scores.mjs", cases, chromium);

        Compare(instruments, cases, results).ShouldBeEmpty();
    }

    private static List<string> Compare(IReadOnlyList<Instrument> instruments, JsonArray cases, JsonArray results)
    {
        var differences = new List<string>();
        var complete = 0;
        for (var i = 0; i < instruments.Count; i++)
        {
            var responses = cases[i]!["responses"]!.AsArray();
            for (var j = 0; j < responses.Count; j++)
            {
                foreach (var (linkId, ours) in RandomSheets.Ours(instruments[i], responses[j]!))
                {
                    var theirs = NodeTools.Number(results[i]![j]![linkId]);
                    complete += ours is null ? 0 : 1;
                    if (theirs != ours)
                    {
                        differences.Add($"{linkId} #{j}: ours {ours}, theirs {theirs}: {responses[j]!.ToJsonString()}");
                    }
                }
            }
        }

        // A comparison of nothing with nothing would agree as well.
        complete.ShouldBeGreaterThan(instruments.Count * 5);
        return [.. differences.Take(5), .. differences.GroupBy(each => each.Split(' ')[0]).Select(each => $"{each.Key} × {each.Count()}")];
    }
}
