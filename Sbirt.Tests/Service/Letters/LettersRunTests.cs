using Sbirt.Content.ContentFiles;
using Sbirt.Service.Findings;
using Sbirt.Service.Letters;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Letters;

public sealed class LettersRunTests
{
    [Fact]
    public async Task Each_person_gets_one_letter_addressed_personally_and_a_line_in_the_list()
    {
        using var home = await LettersHome.OpenAsync();

        var result = await home.LettersAsync(options => options with { Names = home.Names() });

        result.Written.ShouldBe(3);
        result.IsWhole.ShouldBeTrue();
        home.Lines("letters.csv").ShouldBe(["person,month,written,language", .. home.Persons.Select(person => $"{person},2026-09,2026-11-28,ja")]);
        home.Lines("waiting.csv").ShouldBe(["person,month,written,language"]);
        home.Letter("0001").ShouldContain("見本　花子 様");
        home.Letter("0001").ShouldContain("書類(レセプト)は16件でした。内わけは、医療機関16か所、薬局0か所です。");
    }

    [Fact]
    public async Task Without_names_a_letter_carries_a_number_and_only_the_private_list_leads_to_the_person()
    {
        using var home = await LettersHome.OpenAsync();

        await home.LettersAsync();

        home.Letter("0002").ShouldContain("照合番号 0002");
        var row = home.Lines(Path.Combine("private", "replies.csv"))[2].Split(',');
        row[0].ShouldBe("0002");
        row[2].ShouldBe(home.Persons[1]);
        home.Letter("0002").ShouldContain(row[1]);
        Directory.EnumerateFiles(home.Out, "*.html", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains(home.Persons[1], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_with_persons_can_be_read_by_their_owner_alone()
    {
        using var home = await LettersHome.OpenAsync();

        await home.LettersAsync();

        Directory.EnumerateFileSystemEntries(home.Out, "*", SearchOption.AllDirectories)
            .Where(path => !OwnerOnly.CanRead(path)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dv")]
    [InlineData("opt-out")]
    [InlineData("deceased")]
    [InlineData("other")]
    public async Task A_suppressed_person_gets_no_letter_and_is_listed_with_the_reason(string reason)
    {
        using var home = await LettersHome.OpenAsync();
        var list = home.Write("suppress.csv", $"person,reason,date\n{home.Persons[0]},{reason},2026-01-05\n");

        var result = await home.LettersAsync(options => options with { Suppress = list });

        result.Written.ShouldBe(2);
        result.IsWhole.ShouldBeTrue();
        home.Lines("not-written.csv")[1].ShouldBe($"{home.Persons[0]},2026-09,suppressed,{reason}");
        home.Text("letters.csv").ShouldNotContain(home.Persons[0]);
    }

    [Theory]
    [InlineData("01270016,12,2,00", 1)]
    [InlineData("1270016,12,2,0", 1)]
    [InlineData("０１２７００１６,１２,２,", 1)]
    [InlineData("01270016,12,2,01", 0)]
    [InlineData("01270016,12,9,", 0)]
    public async Task A_person_is_suppressed_by_insured_number_however_it_is_spelled_and_a_household_when_no_branch_is_told(string insured, int suppressed)
    {
        using var home = await LettersHome.OpenAsync();
        var list = home.Write("suppress.csv", $"insurer,symbol,number,branch,reason,date\n{insured},dv,2026-01-05\n");

        var result = await home.LettersAsync(options => options with { Suppress = list, Names = home.Names() });

        result.NotWritten.Count(each => each.Reason == NotWritten.Suppressed).ShouldBe(suppressed);
        result.Written.ShouldBe(3 - suppressed);
    }

    [Theory]
    [InlineData("person,reason,date\nX,moved,2026-01-05\n", "list.csv:2: `reason` is one of")]
    [InlineData("person,reason,date\nX,dv,yesterday\n", "list.csv:2: `date` is no day")]
    [InlineData("person,reason,date\nX,dv,2026-01-05\n,dv,2026-01-05\n", "list.csv:3: the line names nobody")]
    [InlineData("insurer,number,reason,date\n01270016,2,dv,2026-01-05\n", "list.csv:2: the line names somebody by insured number")]
    [InlineData("person,date\nX,2026-01-05\n", "list.csv:1: the column \"reason\" is missing")]
    [InlineData("person,reason,date\n\"X,dv,2026-01-05\n", "a quotation mark is not closed")]
    public async Task Nobody_is_written_to_before_the_suppression_list_is_right(string list, string said)
    {
        using var home = await LettersHome.OpenAsync();
        var path = home.Write("list.csv", list);

        var fault = await Should.ThrowAsync<LettersFaultException>(() => home.LettersAsync(options => options with { Suppress = path }));

        fault.Message.ShouldContain(said);
        Directory.Exists(home.Out).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(home.Folder, "*.new").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_opted_out_stays_without_letters_when_the_list_is_forgotten_until_it_is_undone()
    {
        using var home = await LettersHome.OpenAsync();
        var list = home.Write("suppress.csv", $"person,reason,date\n{home.Persons[0]},opt-out,2026-01-05\n");
        await home.LettersAsync(options => options with { Suppress = list });

        (await home.LettersAsync()).NotWritten.ShouldHaveSingleItem().Detail.ShouldBe("opt-out");
        home.History.Of(home.Persons[0]).ShouldHaveSingleItem();
        home.History.Add([new FindingDecision(FindingAct.Restore, home.Persons[0], null, null, "wants letters again", LettersHome.Today, "")]);
        (await home.LettersAsync()).Written.ShouldBe(3);
    }

    [Fact]
    public async Task A_suppression_that_has_ended_holds_nobody_back()
    {
        using var home = await LettersHome.OpenAsync();
        var list = home.Write("suppress.csv", $"person,reason,date,until\n{home.Persons[0]},other,2026-01-05,2026-11-27\n{home.Persons[1]},other,2026/1/5,2026/11/28\n");

        var result = await home.LettersAsync(options => options with { Suppress = list });

        result.NotWritten.ShouldHaveSingleItem().Person.ShouldBe(home.Persons[1]);
    }

    [Theory]
    [InlineData("見本　花子,", ",", NotWritten.NoName)]
    [InlineData("見本　花子,", "見〓　花子,", NotWritten.NameUnclear)]
    [InlineData("大阪市中央区2丁目", "", NotWritten.NoAddress)]
    public async Task What_a_names_file_lacks_is_told_and_counted_and_nobody_is_lost(string before, string after, string reason)
    {
        using var home = await LettersHome.OpenAsync();
        var names = home.Names(row => row.Contains("大阪市中央区2丁目", StringComparison.Ordinal) ? row.Replace(before, after, StringComparison.Ordinal) : row);

        var result = await home.LettersAsync(options => options with { Names = names });

        result.IsWhole.ShouldBeFalse();
        (result.Written, result.Persons).ShouldBe((2, 3));
        home.Lines("not-written.csv")[1].ShouldBe($"{home.Persons[1]},2026-09,{reason},");
    }

    [Fact]
    public async Task A_person_who_is_not_in_the_names_file_and_an_address_that_does_not_fit_are_told()
    {
        using var home = await LettersHome.OpenAsync();
        var names = home.Names(row => row.StartsWith(home.Persons[0], StringComparison.Ordinal) ? "" : row.Replace("大阪市中央区2丁目", new string('京', 190), StringComparison.Ordinal));

        var result = await home.LettersAsync(options => options with { Names = names });

        result.NotWritten.Select(each => each.Reason).ShouldBe([NotWritten.NotInNames, NotWritten.AddressTooLong], ignoreOrder: true);
    }

    [Fact]
    public async Task The_waiting_list_is_a_share_that_the_seed_draws_again_for_the_same_persons()
    {
        var persons = Enumerable.Range(0, 2000).Select(n => $"{n:x32}").ToList();
        var drawn = persons.Where(new WaitingShare(30, 7).Holds).ToList();

        drawn.Count.ShouldBeInRange(520, 680);
        persons.Where(new WaitingShare(30, 7).Holds).ShouldBe(drawn);
        persons.Where(new WaitingShare(30, 8).Holds).ShouldNotBe(drawn);
        drawn.Except(persons.Where(new WaitingShare(50, 7).Holds)).ShouldBeEmpty("a larger share holds the smaller one");

        using var home = await LettersHome.OpenAsync();
        var share = new WaitingShare(50, 3);
        var result = await home.LettersAsync(options => options with { Waiting = share });
        var waiting = home.Persons.Where(share.Holds).ToList();
        result.Waiting.ShouldBe(waiting.Count);
        home.Lines("waiting.csv").Skip(1).ShouldBe(waiting.Select(person => $"{person},2026-09,2026-11-28,ja"));
        home.Lines("letters.csv").Length.ShouldBe(1 + 3 - waiting.Count);
    }

    [Fact]
    public async Task A_copy_goes_to_a_prescriber_by_consent_only()
    {
        using var home = await LettersHome.OpenAsync();
        var names = home.Names();
        (await home.LettersAsync(options => options with { Names = names })).HasConsents.ShouldBeFalse();
        Directory.Exists(Path.Combine(home.Out, "copies")).ShouldBeFalse();

        var list = home.Write("consents.csv", $"person,institution,date,evidence\n{home.Persons[0]},2710000003,2026-11-01,form 12\n{home.Persons[1]},2719999999,2026-11-01,form 13\n");
        var result = await home.LettersAsync(options => options with { Names = names, ConsentList = list });

        (result.Copies, result.CopiesNotWritten).ShouldBe((1, 1));
        Directory.EnumerateFiles(Path.Combine(home.Out, "copies")).Select(Path.GetFileName).ShouldBe(["0001-2710000003.html"]);
        home.Text(Path.Combine("copies", "0001-2710000003.html")).ShouldContain("2026年11月1日に同意");
    }

    [Theory]
    [InlineData("P,2710000003,2026-11-01,\n", "evidence")]
    [InlineData("P,,2026-11-01,form\n", "institution")]
    [InlineData("P,2710000003,2027-11-01,form\n", "has not come yet")]
    public async Task A_consent_without_evidence_or_day_is_none(string row, string said)
    {
        using var home = await LettersHome.OpenAsync();
        var list = home.Write("consents.csv", "person,institution,date,evidence\n" + row);

        (await Should.ThrowAsync<LettersFaultException>(() => home.LettersAsync(options => options with { ConsentList = list }))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task A_letter_that_the_wording_rules_refuse_is_not_written_and_the_rule_is_named()
    {
        using var home = await LettersHome.OpenAsync();
        var settings = home.Write("letters.yaml", Content.Letters.SampleLetters.Yaml + "\nmessage: { ja: \"受診が多いのは、自己責任です。\", en: \"x\" }\n");

        var result = await home.LettersAsync(settings: settings);

        (result.Written, result.IsWhole).ShouldBe((0, false));
        result.Faults.ShouldHaveSingleItem().Rule.ShouldBe("ja-will-power");
        Directory.EnumerateFiles(Path.Combine(home.Out, "letters")).ShouldBeEmpty();
        home.Lines("not-written.csv").Length.ShouldBe(4);
        home.Lines("letters.csv").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Settings_that_lack_something_stop_it_before_anything_is_written()
    {
        using var home = await LettersHome.OpenAsync();
        var settings = home.Write("letters.yaml", Content.Letters.SampleLetters.Yaml.Replace("  telephone: \"06-0000-0000\"\n", "", StringComparison.Ordinal));

        var fault = await Should.ThrowAsync<ContentFaultException>(() => home.LettersAsync(settings: settings));

        fault.Message.ShouldContain("letters.yaml:3: `telephone` is missing");
        Directory.Exists(home.Out).ShouldBeFalse();
    }

    [Fact]
    public async Task Letters_that_were_written_once_are_not_overwritten()
    {
        using var home = await LettersHome.OpenAsync();
        await home.LettersAsync();
        var first = home.Letter("0001");
        var folder = home.Out;

        await Should.ThrowAsync<LettersFaultException>(() => home.LettersAsync(options => options with { Out = folder }));

        File.ReadAllText(Path.Combine(folder, "letters", "0001.html")).ShouldBe(first);
    }

    [Fact]
    public async Task A_withdrawn_finding_gets_no_letter_and_stays_visible_until_it_is_restored()
    {
        using var home = await LettersHome.OpenAsync();
        var person = home.Persons[1];
        home.History.Add([
            new FindingDecision(FindingAct.Annotate, person, null, null, "asked the clinic", new DateOnly(2026, 11, 1), "A"),
            new FindingDecision(FindingAct.Withdraw, person, 202609, "claims-per-month", "billed twice", new DateOnly(2026, 11, 2), "B"),
        ]);

        var finding = (await home.ScanAgainAsync()).Single(line => line.GetProperty("person").GetString() == person);
        finding.GetProperty("withdrawn").GetProperty("reason").GetString().ShouldBe("billed twice");
        finding.GetProperty("withdrawn").GetProperty("date").GetString().ShouldBe("2026-11-02");
        finding.GetProperty("withdrawn").GetProperty("by").GetString().ShouldBe("B");
        finding.GetProperty("annotations")[0].GetProperty("reason").GetString().ShouldBe("asked the clinic");
        (await home.LettersAsync()).NotWritten.ShouldHaveSingleItem().ShouldBe(new NotWritten(person, 202609, NotWritten.Withdrawn, ""));

        home.History.Add([new FindingDecision(FindingAct.Restore, person, null, null, "was right", new DateOnly(2026, 11, 3), "B")]);
        (await home.ScanAgainAsync()).ShouldAllBe(line => !line.ToString().Contains("withdrawn"));
        (await home.LettersAsync()).Written.ShouldBe(3);
    }
}
