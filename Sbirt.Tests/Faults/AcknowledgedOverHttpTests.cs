using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;
using static Sbirt.Tests.Service.Screening.Sheets;

namespace Sbirt.Tests.Faults;

/// <summary>The whole program, killed or asked to stop while it works.</summary>
public sealed class AcknowledgedOverHttpTests(PostgresCluster cluster)
{
    [Theory]
    [BothDatabases]
    public async Task D1_what_was_acknowledged_over_HTTP_is_there_after_a_kill(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("sbirt-kill-").FullName;
        var environment = provider == "postgres"
            ? new[] { ("Sbirt__Store__Provider", "postgres"), ("Sbirt__Store__Connection", await cluster.NewDatabaseAsync()) }
            : [];
        var acknowledged = new List<string>();
        await using (var service = await ServiceProcess.StartAsync(folder, environment))
        {
            // Four writers write until the process is gone under them.
            var writers = Enumerable.Range(0, 4).Select(writer => WriteUntilGoneAsync(service, writer, acknowledged)).ToList();
            while (Count(acknowledged) < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }

            await service.KillAsync();
            await Task.WhenAll(writers);
        }

        await using (var again = await ServiceProcess.StartAsync(folder, environment))
        {
            foreach (var id in acknowledged)
            {
                using var answer = await again.Client.GetAsync(new Uri($"{Create}/{id}", UriKind.Relative));
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task L4_a_signal_to_stop_lets_the_call_under_way_finish_and_ends_with_0()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var body = new GatedBody();
        var underWay = service.Client.PostAsync(new Uri(Create, UriKind.Relative), body);
        await body.Started;
        await Task.Delay(TimeSpan.FromMilliseconds(300));

        service.Terminate();
        await Task.Delay(TimeSpan.FromSeconds(4));
        service.Process.HasExited.ShouldBeFalse("the call was cut off");
        body.Open();

        (await underWay).StatusCode.ShouldBe(HttpStatusCode.Created);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await service.Process.WaitForExitAsync(limit.Token);
        service.Process.ExitCode.ShouldBe(0);
    }

    private static int Count(List<string> acknowledged)
    {
        lock (acknowledged)
        {
            return acknowledged.Count;
        }
    }

    private static async Task WriteUntilGoneAsync(ServiceProcess service, int writer, List<string> acknowledged)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Named($"{writer}-{number}")));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");
                using var answer = await service.Client.PostAsync(new Uri(Create, UriKind.Relative), content);
                answer.StatusCode.ShouldBe(HttpStatusCode.Created);
                var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;
                lock (acknowledged)
                {
                    acknowledged.Add(body.GetProperty("id").GetString()!);
                }
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The process was killed: what was acknowledged before is in the list.
        }
    }
}
