using System.Text;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;
using Sbirt.Content.Referrals;
using Sbirt.FhirAdapter.Directory;
using Sbirt.Service.Referrals;
using Sbirt.Tests.Content.Referrals;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Referrals;

public sealed class SampleDirectories
{
    private static readonly string Folder = Repository.PathOf("docs", "samples", "directory");

    [Fact]
    public async Task The_three_sample_files_hold_the_same_places()
    {
        var yaml = await ReadAsync("sample-directory.yaml");
        var csv = await ReadAsync("sample-directory.csv");
        var bundle = await ReadAsync("sample-directory.json");

        Cells(csv).ShouldBe(Cells(yaml));
        Cells(bundle).ShouldBe(Cells(yaml));
    }

    [Fact]
    public async Task The_sample_has_every_kind_and_is_plainly_made_up()
    {
        var sample = await ReadAsync("sample-directory.yaml");

        sample.Places.Select(place => place.Type).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(Places.Library.Types.All.Select(type => type.Code).Order(StringComparer.Ordinal));
        sample.Places.ShouldAllBe(place => place.Fictitious && place.Phone == null
            && place.Name.Ja.StartsWith("見本", StringComparison.Ordinal)
            && place.Name.En.StartsWith("Example", StringComparison.Ordinal));
    }

    [Fact(Explicit = true)]
    public async Task Write_the_csv_and_the_bundle_from_the_yaml()
    {
        var sample = await ReadAsync("sample-directory.yaml");
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "sample-directory.csv"),
            CsvDirectoryText.Write(Places.Library, sample, Language.Ja),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await File.WriteAllBytesAsync(Path.Combine(Folder, "sample-directory.json"), PlaceBundle.Write(Places.Library, sample));
    }

    private static async Task<PlaceDirectory> ReadAsync(string name)
    {
        var reading = await DirectoryFile.ReadAsync(Places.Library, Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        var check = PlaceDirectory.Check(Places.Library, reading, Places.Today);
        return check.Directory ?? throw new ContentFaultException(
            check.Problems.Select(problem => new ContentFault(name, problem.Line ?? problem.Row, problem.Code, problem.Fix.En)));
    }

    private static IEnumerable<string> Cells(PlaceDirectory directory) =>
        directory.Places.Select(place => string.Join('|', PlaceCells.Of(place).Select(cell => $"{cell.Key}={cell.Value}")));
}
