using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sbirt.Tests.Service.Screening;

namespace Sbirt.Tests.Hosts;

/// <summary>An answer sheet of which the first half is sent at once, and the rest when the test says so.</summary>
internal sealed class GatedBody : HttpContent
{
    private readonly byte[] body = Encoding.UTF8.GetBytes(Sheets.AuditC());
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GatedBody() => Headers.ContentType = new MediaTypeHeaderValue("application/fhir+json");

    /// <summary>Completes when the first half is on its way.</summary>
    public Task Started => started.Task;

    public void Open() => open.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
        await stream.FlushAsync();
        started.TrySetResult();
        await open.Task;
        await stream.WriteAsync(body.AsMemory(body.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
