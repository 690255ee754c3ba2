using System.Diagnostics;
using Sbirt.Service.Store;
using Sbirt.Service.Store.Audit;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Hosts.AnswerWrites;

namespace Sbirt.Tests.Faults;

/// <summary>A flush that fails is not an acknowledgement, and the connection it happened on is not used again.</summary>
public sealed class FlushFailureTests(PostgresCluster cluster)
{
    private const string HomeVariable = "SBIRT_TEST_FLUSH_FOLDER";
    private const string Recovered = "recovered";

    [Fact]
    public async Task D7_a_failed_flush_is_said_and_recovered_from_without_a_restart()
    {
        await using var home = await StoreHome.NewAsync("sqlite", cluster);
        var library = await DiskThatFailsToFlush.CompileAsync(home.Folder);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in (string[])[
            typeof(FlushFailureTests).Assembly.Location, "-method", $"{typeof(FlushFailureTests).FullName}.{nameof(Writer_on_a_failing_disk)}", "-explicit", "only"])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["LD_PRELOAD"] = library;
        start.Environment[HomeVariable] = home.Folder;
        start.Environment[DiskThatFailsToFlush.SwitchVariable] = Path.Combine(home.Folder, "broken");
        using var writer = Process.Start(start)!;
        var said = writer.StandardError.ReadToEndAsync();
        var output = await writer.StandardOutput.ReadToEndAsync();
        await writer.WaitForExitAsync();

        (await said).ShouldContain(Recovered, customMessage: output);
        var store = await home.OpenAsync();
        (await store.CountAsync()).ShouldBeInRange(2, 3);
        (await store.FindAsync(StoreHome.Clinic, Answers, Named("before"), CancellationToken.None)).ShouldNotBeNull();
        (await store.FindAsync(StoreHome.Clinic, Answers, Named("after"), CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact(Explicit = true)]
    public async Task Writer_on_a_failing_disk()
    {
        var folder = Environment.GetEnvironmentVariable(HomeVariable);
        Assert.SkipUnless(folder is not null, "Runs only as the process that another test starts.");
        var broken = Environment.GetEnvironmentVariable(DiskThatFailsToFlush.SwitchVariable)!;
        await using var store = await ResourceStore.OpenAsync(
            StoreOptions.From("sqlite", null, folder),
            AuditKey.InFolder(folder),
            TimeProvider.System,
            () => Guid.CreateVersion7().ToString(),
            CancellationToken.None);
        await store.WriteAsync<WriteOutcome.Created>(Create("1", "before"));

        await File.WriteAllTextAsync(broken, "");
        var failure = await Should.ThrowAsync<StoreUnavailableException>(() => store.WriteAsync(Create("2", "during")));
        failure.Failure.ShouldBe(StoreFailure.InputOutput);
        (await store.WhatIsWrongAsync(CancellationToken.None)).ShouldBe(StoreFailure.InputOutput);

        File.Delete(broken);
        await store.WriteAsync<WriteOutcome.Created>(Create("3", "after"));
        (await store.WhatIsWrongAsync(CancellationToken.None)).ShouldBeNull();
        (await store.Audit.CheckAsync(CancellationToken.None)).IsWhole.ShouldBeTrue();
        await Console.Error.WriteLineAsync(Recovered);
    }
}
