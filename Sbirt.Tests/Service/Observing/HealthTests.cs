using Sbirt.Tests.Hosts;
using Sbirt.Tests.Service.Screening;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Service.Observing;

public sealed class HealthTests
{
    [Fact]
    public async Task O5_a_service_that_can_work_says_so_and_nothing_more()
    {
        await using var server = await SbirtServer.StartAsync();

        (await server.GetAsync("/health/live")).Text.ShouldBe("live");
        (await server.GetAsync("/health/ready")).Text.ShouldBe("ready");
    }

    [Fact]
    public async Task D7_a_full_disk_refuses_writes_for_now_keeps_the_program_alive_and_heals_by_itself()
    {
        using var disk = SmallDisk.OfMegabytes(24);
        var folder = Directory.CreateDirectory(Path.Combine(disk.Folder, "data")).FullName;
        var server = await SbirtServer.StartInAsync(folder);
        try
        {
            disk.PutBallast(24);
        }
        catch (IOException)
        {
            // Full is what the disk is meant to be.
        }

        FhirAnswer answer;
        var writes = 0;
        do
        {
            answer = await server.PostAsync(Create, AuditC());
        }
        while (answer.Status == 201 && ++writes < 20_000);

        answer.ShouldRefuse(503, "store-unavailable").Headers.RetryAfter.ShouldNotBeNull();
        var ready = await server.GetAsync("/health/ready");
        ready.Status.ShouldBe(503);
        ready.Text.ShouldBe("not ready");
        (await server.GetAsync("/health/live")).Status.ShouldBe(200);
        (await server.PostAsync(Assess, AuditC())).ShouldBe(200);
        (await server.PostAsync("/fhir", Bundle("batch", Post(AuditC()), Get("Questionnaire/audit")))).ShouldBe(200).Text.ShouldContain("store-unavailable");

        disk.MakeSpace();
        (await server.GetAsync("/health/ready")).Status.ShouldBe(200);
        (await server.PostAsync(Create, AuditC())).ShouldBe(201);
        await server.StopAsync();
    }

    [Fact]
    public async Task The_first_call_finds_the_program_warm_and_nothing_stored()
    {
        await using var server = await SbirtServer.StartAsync();

        (await server.PostAsync(Create, AuditC(more: """ "id":"x","""))).Version().ShouldBe("1");
    }
}
