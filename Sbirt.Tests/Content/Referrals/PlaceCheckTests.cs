using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Referrals.Places;

namespace Sbirt.Tests.Content.Referrals;

public sealed class PlaceCheckTests
{
    [Theory]
    [InlineData(PlaceColumn.Id, "", "value-absent")]
    [InlineData(PlaceColumn.Id, "あ", "id-shape")]
    [InlineData(PlaceColumn.Id, "a b", "id-shape")]
    [InlineData(PlaceColumn.Type, "", "value-absent")]
    [InlineData(PlaceColumn.Type, "hospital", "type-unknown")]
    [InlineData(PlaceColumn.Topics, "alcohol, chocolate", "topic-unknown")]
    [InlineData(PlaceColumn.Audiences, "everybody", "audience-unknown")]
    [InlineData(PlaceColumn.Prefecture, "大坂", "prefecture-unknown")]
    [InlineData(PlaceColumn.Latitude, "34.6", "position-half")]
    [InlineData(PlaceColumn.Latitude, "north", "position-shape")]
    [InlineData(PlaceColumn.Latitude, "91", "position-shape")]
    [InlineData(PlaceColumn.Phone, "call us", "phone-shape")]
    [InlineData(PlaceColumn.Phone, "06-12-34", "phone-shape")]
    [InlineData(PlaceColumn.Phone, "06-1234-567890", "phone-shape")]
    [InlineData(PlaceColumn.Phone, "06-0000-0000", "phone-placeholder")]
    [InlineData(PlaceColumn.Url, "www.example.com", "url-shape")]
    [InlineData(PlaceColumn.Url, "javascript:alert(1)", "url-shape")]
    [InlineData(PlaceColumn.Url, "ftp://example.com", "url-shape")]
    [InlineData(PlaceColumn.Url, "https://a:b@example.com", "url-shape")]
    [InlineData(PlaceColumn.WomenOnly, "perhaps", "truth-shape")]
    [InlineData(PlaceColumn.MinAge, "-1", "age-shape")]
    [InlineData(PlaceColumn.MinAge, "121", "age-shape")]
    [InlineData(PlaceColumn.FirstVisitJa, "", "first-visit-absent")]
    [InlineData(PlaceColumn.LastVerified, "yesterday", "date-shape")]
    [InlineData(PlaceColumn.LastVerified, "2026-02-30", "date-shape")]
    [InlineData(PlaceColumn.LastVerified, "2026-11-22", "date-future")]
    [InlineData(PlaceColumn.NoteJa, "bell\a", "value-control-character")]
    public void An_error_is_named_by_row_and_column_and_nothing_comes_of_it(PlaceColumn column, string text, string code)
    {
        var check = Check(Row(7, (column, text)));

        check.Directory.ShouldBeNull();
        var problem = check.Problems.First(one => one.Code == code);
        problem.Row.ShouldBe(7);
        problem.Weight.ShouldBe(ProblemWeight.Error);
        problem.Fix.Ja.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(PlaceColumn.FirstVisitJa, "不明", "first-visit-unknown")]
    [InlineData(PlaceColumn.LastVerified, "", "verified-unknown")]
    [InlineData(PlaceColumn.LastVerified, "2026-05-24", "verified-long-ago")]
    [InlineData(PlaceColumn.NameEn, "", "language-half")]
    [InlineData(PlaceColumn.Languages, "日本語、中国語", "language-unknown")]
    public void A_warning_is_said_and_the_place_is_taken(PlaceColumn column, string text, string code)
    {
        var check = Check(Row(2, (column, text)));

        check.Directory.ShouldNotBeNull();
        check.Problems.ShouldContain(problem => problem.Code == code && problem.Weight == ProblemWeight.Warning);
    }

    [Fact]
    public void A_place_without_a_name_in_any_language_is_an_error() =>
        Check(Row(2, (PlaceColumn.NameJa, ""), (PlaceColumn.NameEn, ""))).Problems
            .ShouldContain(problem => problem.Code == ProblemCodes.ValueAbsent && problem.Column == PlaceColumn.NameJa);

    [Fact]
    public void The_180th_day_is_not_yet_long_ago() =>
        Check(Row(2, (PlaceColumn.LastVerified, "2026-05-25"))).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("06-6123-4587")]
    [InlineData("０６－６１２３－４５８７")]
    [InlineData("0661234587")]
    [InlineData("06(6123)4587")]
    [InlineData("090-6123-4587")]
    [InlineData("0120-612-345")]
    [InlineData("+81-6-6123-4587")]
    [InlineData("189")]
    [InlineData("#7119")]
    public void A_phone_number_of_any_common_shape_is_taken(string phone) =>
        Check(Row(2, (PlaceColumn.Phone, phone))).Directory.ShouldNotBeNull();

    [Fact]
    public void A_cell_may_be_written_in_Japanese()
    {
        var place = Check(Row(
            2,
            (PlaceColumn.Type, "精神保健福祉センター"),
            (PlaceColumn.Topics, "アルコール、ギャンブル"),
            (PlaceColumn.Audiences, "本人／家族"),
            (PlaceColumn.Prefecture, "大阪"),
            (PlaceColumn.WomenOnly, "いいえ"),
            (PlaceColumn.MinAge, "１８歳"),
            (PlaceColumn.LastVerified, "2026年10月1日"))).Directory!.Places[0];

        place.Type.ShouldBe("mhwc");
        place.Topics.ShouldBe([Topic.Alcohol, Topic.Gambling]);
        place.Audiences.ShouldBe([Audience.Person, Audience.Family]);
        place.Prefecture.ShouldBe("大阪府");
        place.WomenOnly.ShouldBe(false);
        place.MinAge.ShouldBe(18);
        place.LastVerified.ShouldBe(new DateOnly(2026, 10, 1));
    }

    [Fact]
    public void The_same_id_twice_is_an_error_at_the_second_row() =>
        Check(Row(2), Row(3)).Problems.ShouldContain(problem => problem.Code == ProblemCodes.IdTwice && problem.Row == 3);

    [Fact]
    public void The_same_place_under_another_id_is_a_warning() =>
        Check(Row(2), Row(3, (PlaceColumn.Id, "other"))).Problems.ShouldContain(problem => problem.Code == ProblemCodes.PlaceTwice && problem.Row == 3);

    [Fact]
    public void Every_problem_of_every_row_is_said_at_once()
    {
        var check = Check(
            Row(2, (PlaceColumn.Phone, "x"), (PlaceColumn.Url, "x")),
            Row(3, (PlaceColumn.Id, "b"), (PlaceColumn.Type, "x"), (PlaceColumn.MinAge, "64"), (PlaceColumn.MaxAge, "18")));

        check.Problems.Where(problem => problem.Weight == ProblemWeight.Error).Select(problem => (problem.Row, problem.Code)).ShouldBe(
            [(2, "phone-shape"), (2, "url-shape"), (3, "type-unknown"), (3, "age-order")]);
    }

    [Fact]
    public void No_problem_repeats_what_the_cell_said() =>
        Check(Row(2, (PlaceColumn.Phone, "secret-cell"))).Problems
            .ShouldAllBe(problem => !(problem.What.Ja + problem.What.En + problem.Fix.Ja + problem.Fix.En).Contains("secret", StringComparison.Ordinal));

    [Fact]
    public void A_text_in_one_language_is_shown_in_both() =>
        Check(Row(2, (PlaceColumn.NameEn, ""))).Directory!.Places[0].Name.ShouldBe(new Localized("見本", "見本"));

    [Fact]
    public void Two_places_of_one_id_cannot_become_a_directory() =>
        Should.Throw<ArgumentException>(() => PlaceDirectory.Of([APlace("a", "hc"), APlace("a", "hc")]));

    private static DirectoryCheck Check(params PlaceEntry[] rows) =>
        PlaceDirectory.Check(Library, new DirectoryReading([.. rows], []), Today);

    private static PlaceEntry Row(int row, params (PlaceColumn Column, string Text)[] cells)
    {
        var all = new Dictionary<PlaceColumn, PlaceCell>
        {
            [PlaceColumn.Id] = new("a"),
            [PlaceColumn.Type] = new("hc"),
            [PlaceColumn.NameJa] = new("見本"),
            [PlaceColumn.NameEn] = new("Example"),
            [PlaceColumn.FirstVisitJa] = new("見本"),
            [PlaceColumn.FirstVisitEn] = new("Example"),
            [PlaceColumn.LastVerified] = new("2026-11-01"),
        };
        foreach (var (column, text) in cells)
        {
            all[column] = new PlaceCell(text);
            if (column == PlaceColumn.FirstVisitJa)
            {
                all.Remove(PlaceColumn.FirstVisitEn);
            }
        }

        return new PlaceEntry(row, null, all.ToImmutableDictionary());
    }
}
