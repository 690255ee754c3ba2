using Sbirt.Service.Store;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Screening;

public sealed class ContentVersionTests
{
    [Fact]
    public async Task K5_a_result_keeps_the_content_version_it_was_derived_with()
    {
        using var folder = new WorkFolder();
        var server = await SbirtServer.StartInAsync(folder.Path);
        var id = (await server.PostAsync(Create, Named("a"))).ShouldBe(201).Id();
        var before = Version(await server.PostAsync(Assess, AuditC()));
        await server.StopAsync();

        var pack = await File.ReadAllTextAsync(Repository.PathOf("Sbirt.Content", "Thresholds", "jp-happy.yaml"));
        folder.Write("content/Thresholds/jp-happy.yaml", pack + "# read again by the clinic\n");
        server = await SbirtServer.StartInAsync(folder.Path);
        var after = Version(await server.PostAsync(Assess, AuditC()));
        (await server.PostAsync(Create, Named("a"))).ShouldBe(200).Version().ShouldBe("1");
        await server.StopAsync();

        after.ShouldNotBe(before);
        await using var home = StoreHome.In(Directory.CreateTempSubdirectory("sbirt-store-").FullName);
        File.Copy(Path.Combine(folder.Path, "sbirt.db"), home.DatabaseFile);
        CopyKeys(folder.Path, home.Folder);
        var store = await home.OpenAsync();
        var kept = await store.ResultsAsync(new StoreCaller("open", "test"), "QuestionnaireResponse", id, 1, CancellationToken.None);
        kept.ShouldHaveSingleItem().ContentVersion.ShouldBe(before);
    }

    private static string? Version(FhirAnswer answer) =>
        answer.ShouldBe(200).Json.GetProperty("meta").GetProperty("tag")[0].GetProperty("code").GetString();

    private static void CopyKeys(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(from, "keys")))
        {
            Directory.CreateDirectory(Path.Combine(to, "keys"));
            File.Copy(file, Path.Combine(to, "keys", Path.GetFileName(file)));
        }
    }
}
