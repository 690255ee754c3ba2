using Sbirt.Content.ContentFiles;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Referrals.Places;

namespace Sbirt.Tests.Content.Referrals;

public sealed class ReferralLibraryTests
{
    [Theory]
    [InlineData("specialist-hospital")]
    [InlineData("psychiatry-general")]
    [InlineData("mhwc")]
    [InlineData("hc")]
    [InlineData("rehab")]
    [InlineData("selfhelp-person")]
    [InlineData("selfhelp-family")]
    [InlineData("gambling-assoc")]
    [InlineData("debt")]
    [InlineData("welfare-office")]
    [InlineData("livelihood")]
    [InlineData("probation")]
    [InlineData("halfway")]
    [InlineData("narc-agency")]
    [InlineData("prison-police")]
    [InlineData("child")]
    [InlineData("homeless")]
    [InlineData("education")]
    [InlineData("employment")]
    [InlineData("pharmacy")]
    [InlineData("physical-care")]
    public void Every_kind_of_place_is_known_with_a_source(string code)
    {
        Library.Types.TryFind(code, out var type).ShouldBeTrue();
        type!.Sources.ShouldNotBeEmpty();
    }

    [Fact]
    public void There_are_21_kinds_and_47_prefectures()
    {
        Library.Types.All.Length.ShouldBe(21);
        Library.Words.Prefectures.Length.ShouldBe(47);
    }

    [Fact]
    public void The_survey_numbers_are_those_of_its_tables()
    {
        Library.Collaboration.Asked.ShouldBe(59);
        Library.Collaboration.GoodWith.Select(good => good.N).ShouldBe([28, 27, 19, 18, 14, 13, 8, 7, 6, 5, 3, 3, 2, 1, 0, 0]);
        Library.Collaboration.For("probation").Select(action => action.EvidenceN).ShouldBe([4, 4, 3, 3, 8, 3]);
        Library.Collaboration.For("psychiatry-general")[0].EvidenceN.ShouldBe(8);
        Library.Collaboration.For("pharmacy").ShouldBeEmpty();
    }

    [Fact]
    public void A_hand_over_is_closed_only_three_months_on()
    {
        var ladder = Library.Ladder;

        ladder.Steps.Select(step => step.Code).ShouldBe(["told", "contacted", "attended", "second-visit", "three-months"]);
        ladder.Steps.Where(step => step.Closes).Select(step => step.Code).ShouldBe(["three-months"]);
        ladder.After("contacted")!.Code.ShouldBe("attended");
        ladder.After("three-months").ShouldBeNull();
        ladder.After("elsewhere").ShouldBeNull();
    }

    [Fact]
    public void Somebody_asks_after_14_30_and_90_days() =>
        Library.Ladder.FollowUps(new DateOnly(2026, 1, 1))
            .ShouldBe([new DateOnly(2026, 1, 15), new DateOnly(2026, 1, 31), new DateOnly(2026, 4, 1)]);

    [Fact]
    public void The_nineteen_barriers_are_there() => Library.Barriers.Length.ShouldBe(19);

    [Theory]
    [InlineData("closes: true", "closes: false", "hand-over-ladder.yaml", "Only the last step closes")]
    [InlineData("followUpDays: [ 14, 30, 90 ]", "followUpDays: [ 30, 14 ]", "hand-over-ladder.yaml", "followUpDays")]
    [InlineData("code: hc\n", "code: mhwc\n", "resource-types.yaml", "stands there twice")]
    [InlineData("kind: legal", "kind: illegal", "resource-types.yaml", "kind")]
    [InlineData("n: 28", "n: 60", "collaboration-actions.yaml", "number asked")]
    [InlineData("category: advice", "category: orders", "collaboration-actions.yaml", "category")]
    [InlineData("number: 47", "number: 48", "prefectures.yaml", "Number 47")]
    [InlineData("  about: ", "  abut: ", "suggestion-words.yaml", "`about` is missing")]
    [InlineData("code: id-twice", "code: id-double", "directory-problems.yaml", "`id-twice` has no text")]
    [InlineData("value: tobacco", "value: drugs", "directory-words.yaml", "not complete")]
    public void A_broken_file_is_named_with_line_and_fix(string good, string bad, string name, string what)
    {
        var files = ContentFile.Embedded(ReferralLibrary.Folder)
            .Select(file => file.Path.EndsWith(name, StringComparison.Ordinal)
                ? file with { Text = Once(file.Text, good, bad) }
                : file)
            .ToList();

        var faults = Should.Throw<ContentFaultException>(() => ReferralLibrary.Load(files)).Faults;

        var fault = faults.First(one => one.What.Contains(what, StringComparison.Ordinal));
        fault.File.ShouldEndWith(name);
        fault.Line.ShouldBeGreaterThan(0);
        fault.Fix.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Should.Throw<ContentFaultException>(() => ReferralLibrary.Load([])).Faults.Length.ShouldBe(8);

    private static string Once(string text, string good, string bad)
    {
        var at = text.IndexOf(good, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return text[..at] + bad + text[(at + good.Length)..];
    }
}
