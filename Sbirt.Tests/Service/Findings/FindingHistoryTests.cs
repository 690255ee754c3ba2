using Sbirt.Service.Findings;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Findings;

public sealed class FindingHistoryTests
{
    private const string Person = "0123456789abcdef0123456789abcdef";

    private static readonly DateOnly Day = new(2026, 11, 28);

    [Fact]
    public void A_decision_comes_back_as_it_was_made()
    {
        using var folder = new WorkFolder();
        var made = new FindingDecision(FindingAct.NoLetter, Person, 202609, "bz-overlap", "\"so\", 言われた\n", Day, "係", Day.AddDays(3));

        FindingHistory.Open(folder.Path).Add([made]);

        FindingHistory.Open(folder.Path).Of(Person).ShouldBe([made]);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(202609, null, true)]
    [InlineData(202609, "bz-overlap", true)]
    [InlineData(202608, null, false)]
    [InlineData(null, "early-refill", false)]
    public void A_withdrawal_holds_for_what_it_names_and_for_later_scans(int? month, string? signal, bool holds)
    {
        using var folder = new WorkFolder();
        var history = FindingHistory.Open(folder.Path);

        history.Add([new FindingDecision(FindingAct.Withdraw, Person, month, signal, "x", Day, "")]);

        (history.StandingOf(Person, 202609, "bz-overlap").Withdrawn is not null).ShouldBe(holds);
        history.StandingOf("f" + Person[1..], 202609, "bz-overlap").ShouldBe(FindingStanding.Untouched);
    }

    [Fact]
    public void A_line_that_a_stop_cut_in_two_is_no_decision_and_is_cut_off_by_the_next()
    {
        using var folder = new WorkFolder();
        var path = Path.Combine(folder.Path, "findings", "history.ndjson");
        FindingHistory.Open(folder.Path).Add([new FindingDecision(FindingAct.Withdraw, Person, null, null, "first", Day, "")]);
        var whole = File.ReadAllText(path);
        File.AppendAllText(path, whole[..20]);

        FindingHistory.Open(folder.Path).Of(Person).ShouldHaveSingleItem();
        FindingHistory.Open(folder.Path).Add([new FindingDecision(FindingAct.Restore, Person, null, null, "second", Day, "")]);

        File.ReadAllText(path).ShouldStartWith(whole);
        FindingHistory.Open(folder.Path).Of(Person).Select(each => each.Reason).ShouldBe(["first", "second"]);
    }

    [Theory]
    [InlineData("{\"act\":\"withdraw\"}")]
    [InlineData("no json")]
    [InlineData("{\"act\":\"erase\",\"person\":\"p\",\"reason\":\"x\",\"date\":\"2026-11-28\"}")]
    [InlineData("{\"act\":\"withdraw\",\"person\":\"p\",\"reason\":\"x\",\"date\":\"28.11.2026\"}")]
    public void A_broken_line_in_the_middle_stops_it_and_is_named(string line)
    {
        using var folder = new WorkFolder();
        folder.Write("findings/history.ndjson", line + "\n");

        Should.Throw<FindingFaultException>(() => FindingHistory.Open(folder.Path)).Message.ShouldContain("history.ndjson:1:");
    }

    [Fact]
    public void The_history_can_be_read_by_its_owner_alone()
    {
        using var folder = new WorkFolder();
        FindingHistory.Open(folder.Path).Add([new FindingDecision(FindingAct.Withdraw, Person, null, null, "x", Day, "")]);

        OwnerOnly.CanRead(Path.Combine(folder.Path, "findings", "history.ndjson")).ShouldBeTrue();
    }
}
