using System.Text;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Referrals;
using Sbirt.Service.Referrals;
using Sbirt.Tests.Content.Referrals;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Referrals;

public sealed class DirectoryImportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sbirt-directory-").FullName;

    private string Imported => DirectoryImport.PathIn(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_fault_in_row_7_imports_nothing()
    {
        var result = await ImportAsync(Enumerable.Range(2, 9).Select(row => row == 7 ? "p7,hc,見本7,Example,見本,Example,2026-11-01,call" : Row($"p{row}")));

        result.Path.ShouldBeNull();
        result.Check.Problems.Single(problem => problem.Weight == ProblemWeight.Error).Row.ShouldBe(7);
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_import_leaves_the_directory_in_use_as_it_was()
    {
        await ImportAsync([Row("a")]);
        var before = await File.ReadAllBytesAsync(Imported);

        await ImportAsync(["b,nowhere,x,x,x,x,2026-11-01,"]);

        (await File.ReadAllBytesAsync(Imported)).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_imported_is_the_directory_in_use()
    {
        await ImportAsync([Row("a"), Row("b")]);

        var directory = await DirectoryInUse.LoadAsync(Places.Library, null, folder, Places.Today, CancellationToken.None);

        directory.Places.Select(place => place.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Nothing_but_the_directory_is_left_behind()
    {
        await ImportAsync([Row("a")]);
        await ImportAsync([Row("a"), Row("b")]);

        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ShouldBe([Imported]);
    }

    [Fact]
    public async Task A_second_import_says_what_changes()
    {
        var first = await ImportAsync([Row("a"), Row("b"), Row("c")]);
        var second = await ImportAsync([Row("a"), "b,hc,見本b,Example,見本,Example,2026-11-02,06-6123-4587", Row("d")]);

        first.Changes.Select(change => (change.Id, change.Kind)).ShouldBe(
            [("a", DirectoryChangeKind.Added), ("b", DirectoryChangeKind.Added), ("c", DirectoryChangeKind.Added)]);
        second.Changes.Select(change => (change.Id, change.Kind)).ShouldBe(
            [("b", DirectoryChangeKind.Changed), ("c", DirectoryChangeKind.Removed), ("d", DirectoryChangeKind.Added)]);
        second.Changes[0].Columns.ShouldBe([PlaceColumn.Phone, PlaceColumn.LastVerified]);
    }

    [Fact]
    public async Task The_same_import_twice_changes_nothing()
    {
        await ImportAsync([Row("a")]);

        (await ImportAsync([Row("a")])).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_import_the_organisations_of_the_sources_are_in_use()
    {
        var directory = await DirectoryInUse.LoadAsync(Places.Library, null, folder, Places.Today, CancellationToken.None);

        directory.Find("aa").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_configured_directory_with_errors_stops_the_start_with_its_rows()
    {
        var path = Path.Combine(folder, "mine.csv");
        await File.WriteAllTextAsync(path, "id,type,name,first visit\r\na,nowhere,x,x\r\n");

        var fault = await Should.ThrowAsync<ContentFaultException>(() =>
            DirectoryInUse.LoadAsync(Places.Library, path, folder, Places.Today, CancellationToken.None));

        fault.Faults.Single().File.ShouldBe(path);
        fault.Faults.Single().Line.ShouldBe(2);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_failure_and_leaves_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "content"), "a file where the folder should be");

        await Should.ThrowAsync<IOException>(() => ImportAsync([Row("a")]));

        Directory.EnumerateFileSystemEntries(folder).Count().ShouldBe(1);
    }

    private static string Row(string id) => $"{id},hc,見本{id},Example,見本,Example,2026-11-01,";

    private Task<DirectoryImportResult> ImportAsync(IEnumerable<string> rows)
    {
        var csv = "id,type,name,name en,first visit,first visit en,last verified,phone\r\n" + string.Join("\r\n", rows);
        var reading = DirectoryFile.Read(Places.Library, "places.csv", Encoding.UTF8.GetBytes(csv));
        return new DirectoryImport(Places.Library, folder).RunAsync(reading, Places.Today, CancellationToken.None);
    }
}
