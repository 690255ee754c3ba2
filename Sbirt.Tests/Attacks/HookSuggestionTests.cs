using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.Content.Cards;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Tests.Content.Cards;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Cards.Records;

namespace Sbirt.Tests.Attacks;

/// <summary>H7: whatever the record says, what a suggestion would add is FHIR R4 and about the hook's patient alone.</summary>
public sealed partial class HookSuggestionTests
{
    [Fact]
    public void H7_every_suggested_resource_is_valid_and_names_only_the_patient_of_the_hook()
    {
        var random = new Random(7);
        var seen = new HashSet<string>();
        for (var round = 0; round < 2000; round++)
        {
            var facts = Made(random);
            var hook = Records.Rules.Cards.SelectMany(card => card.Hooks).Distinct().Order(StringComparer.Ordinal).ElementAt(random.Next(5));
            if (facts.Card(random.Next(2) == 0 ? Language.Ja : Language.En, hook) is not { } card)
            {
                continue;
            }

            seen.Add(card.Kind);
            var encounter = random.Next(2) == 0 ? "e-77" : null;
            foreach (var resource in Resources(card, encounter, hooks3: random.Next(2) == 0))
            {
                StructureValidator.Validate(Encoding.UTF8.GetBytes(resource)).ShouldBeEmpty(resource);
                Reference().Matches(resource).Select(match => match.Groups[1].Value).Distinct()
                    .ShouldBe(encounter is null ? ["Patient/p-77"] : ["Patient/p-77", "Encounter/e-77"], ignoreOrder: true);
            }
        }

        seen.Order(StringComparer.Ordinal).ShouldBe(ScreeningPrompts.Kinds.Order(StringComparer.Ordinal));
    }

    private static Sbirt.Content.Cards.ScreeningFacts Made(Random random)
    {
        var facts = Empty with { Person = Empty.Person with { AgeYears = random.Next(12, 90), Pregnant = random.Next(3) == 0 } };
        foreach (var each in OfEachKind.Where(_ => random.Next(5) == 0))
        {
            facts = facts with
            {
                Screenings = [.. facts.Screenings, .. each.Screenings],
                Tasks = [.. facts.Tasks, .. each.Tasks],
                Referrals = [.. facts.Referrals, .. each.Referrals],
                Reasons = facts.Reasons.Length > 0 ? facts.Reasons : each.Reasons,
            };
        }

        if (random.Next(3) == 0)
        {
            facts = facts.Talked(random.Next(0, 30));
        }

        return random.Next(3) == 0 ? facts.With(Screened((Seriousness)random.Next(5), random.Next(400), handOver: random.Next(2) == 0, places: random.Next(4))) : facts;
    }

    private static IEnumerable<string> Resources(Card card, string? encounter, bool hooks3)
    {
        var identified = new IdentifiedCard(Guid.NewGuid(), card, [.. card.Suggestions.Select(_ => Guid.NewGuid())]);
        using var document = JsonDocument.Parse(CardWriter.Write([identified], new HookRequest("patient-view", "i-1", null, null, default, "p-77", encounter, default), hooks3));
        var written = document.RootElement.GetProperty("cards")[0];
        written.GetProperty("summary").GetString()!.Length.ShouldBeLessThan(140);
        written.GetProperty("suggestions").EnumerateArray().Count(each => each.TryGetProperty("isRecommended", out _)).ShouldBeLessThanOrEqualTo(1);
        written.GetProperty("suggestions").EnumerateArray().Select(each => each.TryGetProperty("actionSelectionBehavior", out _)).ShouldAllBe(has => has == hooks3);
        return [.. written.GetProperty("suggestions").EnumerateArray()
            .SelectMany(suggestion => suggestion.GetProperty("actions").EnumerateArray())
            .Select(action =>
            {
                action.GetProperty("type").GetString().ShouldBe("create");
                action.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
                return action.GetProperty("resource").GetRawText();
            })];
    }

    [GeneratedRegex("\"reference\":\"([^\"]*)\"")]
    private static partial Regex Reference();
}
