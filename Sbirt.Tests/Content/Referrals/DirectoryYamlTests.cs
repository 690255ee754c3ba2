using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Content.Referrals.Places;

namespace Sbirt.Tests.Content.Referrals;

public sealed class DirectoryYamlTests
{
    [Theory]
    [InlineData("", "file-empty", 1)]
    [InlineData("places: []", "file-empty", 1)]
    [InlineData("- a", "file-malformed", 1)]
    [InlineData("places:\n  - id: a\n    id: b\n", "file-malformed", 3)]
    [InlineData("places:\n  - text\n", "row-malformed", 2)]
    [InlineData("places:\n  - id: a\n    fone: 1\n", "column-unknown", 3)]
    [InlineData("places:\n  - id: a\n    name: { ja: a, fr: b }\n", "column-unknown", 3)]
    [InlineData("places:\n  - id: a\n    phone: { a: b }\n", "value-malformed", 3)]
    [InlineData("extra: 1\nplaces:\n  - id: a\n", "column-unknown", 1)]
    public void What_cannot_be_read_is_named_with_its_line(string yaml, string code, int line) =>
        Read(yaml).Problems.ShouldContain(problem => problem.Code == code && problem.Line == line);

    [Theory]
    [InlineData("places:\n  - id: [")]
    [InlineData("places:\n  - id: [a\n  - id: b\n")]
    [InlineData("places:\n  - id: {a")]
    [InlineData("places:\n  - id: \"a\n")]
    [InlineData("places:\n\t- id: a\n")]
    [InlineData("places: *nothing")]
    public void Broken_YAML_is_a_problem_and_not_a_crash(string yaml) =>
        Read(yaml).Problems.ShouldContain(problem => problem.Code == ProblemCodes.FileMalformed);

    [Fact]
    public void One_broken_row_does_not_hide_the_next()
    {
        var reading = Read("places:\n  - id: a\n    fone: 1\n  - id: b\n    fax: 2\n");

        reading.Entries.Length.ShouldBe(2);
        reading.Problems.Select(problem => problem.Row).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_directory_written_out_is_read_back_the_same()
    {
        var place = APlace("a", "hc") with
        {
            Name = new Localized("「引用」\"と\\、改行\nと: # {記号}", "no\t'yes' null"),
            City = "123",
            Phone = "06-6123-4587",
            Position = new GeoPosition(34.123456789, -0.5),
            WomenOnly = false,
            MinAge = 18,
            Note = new Localized("- 〜", "~"),
            FirstVisit = null,
        };
        var text = DirectoryYamlText.Write(PlaceDirectory.Of([place]));

        var again = PlaceDirectory.Check(Library, Read(text), Today);

        PlaceCells.Of(again.Directory!.Places[0]).ShouldBe(PlaceCells.Of(place));
    }

    [Fact]
    public void A_directory_that_stops_the_start_names_file_line_and_fix()
    {
        var file = new ContentFile("content/directory.yaml", "places:\n  - id: a\n    type: hc\n    name: x\n    firstVisit: unknown\n    phone: x\n");

        var fault = Should.Throw<ContentFaultException>(() => PlaceDirectory.Load(Library, file, Today)).Faults.Single();

        fault.File.ShouldBe("content/directory.yaml");
        fault.Line.ShouldBe(6);
        fault.What.ShouldStartWith("phone:");
    }

    private static DirectoryReading Read(string yaml) => DirectoryYaml.Read(Library, new ContentFile("a.yaml", yaml));
}
