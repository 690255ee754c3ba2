using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.Service.Letters.Printing;

/// <summary>
/// Prints pages as PDF with Chromium: started once, spoken to over two pipes (no port that others on the machine could
/// listen at), without network, scripts, or a file to open: a page is handed over as text.
/// </summary>
internal sealed class ChromiumPrinter : IAsyncDisposable
{
    /// <summary>Programs looked for on the PATH, in this order.</summary>
    public static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string profile;
    private readonly byte[] block = new byte[256 * 1024];
    private readonly MemoryStream unread = new();
    private int said;
    private string? session;
    private string frame = "";

    private ChromiumPrinter(Process process, string profile)
    {
        this.process = process;
        this.profile = profile;
    }

    /// <summary>The program of this name or path; null: there is none.</summary>
    public static string? Find(string? named)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = from name in named is null ? Names : [named]
                    from path in name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? [name] : folders.Select(folder => Path.Combine(folder, name))
                    where File.Exists(path)
                    select path;
        return found.FirstOrDefault();
    }

    /// <exception cref="PrintingFaultException">It does not start.</exception>
    public static async Task<ChromiumPrinter> StartAsync(string program, CancellationToken cancellation)
    {
        var profile = Directory.CreateTempSubdirectory("sbirt-print-").FullName;

        // The pipes Chromium speaks over are its files 3 and 4; only a shell can put ours there.
        const string Pipes = "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null";
        var start = new ProcessStartInfo("/bin/sh", ["-c", Pipes, program, .. Arguments(profile)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var printer = new ChromiumPrinter(Process.Start(start)!, profile);
        try
        {
            await printer.OpenPageAsync(cancellation);
            return printer;
        }
        catch
        {
            await printer.DisposeAsync();
            throw;
        }
    }

    /// <summary>The page as PDF, on the paper its own style asks for.</summary>
    /// <exception cref="PrintingFaultException">Chromium ended, or does not answer.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation)
    {
        await AskAsync("Page.setDocumentContent", json =>
        {
            json.WriteString("frameId", frame);
            json.WriteString("html", html);
        }, cancellation);
        var printed = await AskAsync("Page.printToPDF", json =>
        {
            json.WriteBoolean("preferCSSPageSize", true);
            json.WriteBoolean("printBackground", true);
        }, cancellation);
        return printed.GetProperty("data").GetBytesFromBase64();
    }

    public async ValueTask DisposeAsync()
    {
        // Chromium ends by itself when its pipe ends; when it does not, nothing of it is needed any more.
        process.StandardInput.Close();
        using (var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5)))
        {
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        process.Dispose();
        await unread.DisposeAsync();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A helper process may still be writing its last file there; nothing of a letter is in it.
        }
    }

    private static string[] Arguments(string profile)
    {
        string[] arguments =
        [
            "--headless", "--remote-debugging-pipe", $"--user-data-dir={profile}", "--no-first-run", "--disable-gpu", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            "--proxy-server=127.0.0.1:9", "--host-resolver-rules=MAP * ~NOTFOUND", "about:blank",
        ];

        // Its sandbox does not start for the owner of the machine, as in a container.
        return Environment.IsPrivilegedProcess ? ["--no-sandbox", .. arguments] : arguments;
    }

    private async Task OpenPageAsync(CancellationToken cancellation)
    {
        var target = await AskAsync("Target.createTarget", json => json.WriteString("url", "about:blank"), cancellation);
        var attached = await AskAsync("Target.attachToTarget", json =>
        {
            json.WriteString("targetId", target.GetProperty("targetId").GetString());
            json.WriteBoolean("flatten", true);
        }, cancellation);
        session = attached.GetProperty("sessionId").GetString();
        await AskAsync("Emulation.setScriptExecutionDisabled", json => json.WriteBoolean("value", true), cancellation);
        var tree = await AskAsync("Page.getFrameTree", _ => { }, cancellation);
        frame = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> AskAsync(string method, Action<Utf8JsonWriter> parameters, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var id = ++said;
            var asked = FhirJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("id", id);
                json.WriteString("method", method);
                if (session is not null)
                {
                    json.WriteString("sessionId", session);
                }

                json.WriteStartObject("params");
                parameters(json);
                json.WriteEndObject();
                json.WriteEndObject();
            });
            var pipe = process.StandardInput.BaseStream;
            await pipe.WriteAsync((byte[])[.. asked, 0], limit.Token);
            await pipe.FlushAsync(limit.Token);
            return await AnswerToAsync(id, limit.Token);
        }
        catch (Exception fault) when (fault is IOException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new PrintingFaultException();
        }
    }

    private async Task<JsonElement> AnswerToAsync(int id, CancellationToken cancellation)
    {
        while (true)
        {
            var message = JsonElement.Parse(Encoding.UTF8.GetString(await MessageAsync(cancellation)));
            if (message.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
            {
                return message.TryGetProperty("result", out var result) ? result : throw new PrintingFaultException();
            }
        }
    }

    /// <summary>The next message; each ends with a zero byte.</summary>
    private async Task<byte[]> MessageAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var held = unread.GetBuffer().AsMemory(0, (int)unread.Length);
            if (held.Span.IndexOf((byte)0) is >= 0 and var end)
            {
                var message = held[..end].ToArray();
                var rest = held[(end + 1)..].ToArray();
                unread.SetLength(0);
                await unread.WriteAsync(rest, cancellation);
                return message;
            }

            var read = await process.StandardOutput.BaseStream.ReadAsync(block, cancellation);
            if (read == 0)
            {
                throw new PrintingFaultException();
            }

            await unread.WriteAsync(block.AsMemory(0, read), cancellation);
        }
    }
}

/// <summary>Chromium is there and does not print; what a page holds is never told.</summary>
internal sealed class PrintingFaultException() : Exception("Chromium started but printed nothing. Try `chromium --headless --print-to-pdf=/tmp/a.pdf about:blank`: what it says there is the cause.");
