using System.IO.Compression;
using System.Text;

namespace Sbirt.Tests.Hosts;

/// <summary>Answers a record system gives on good days and on bad ones.</summary>
internal static class EhrAnswers
{
    private static readonly byte[] Blanks = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));

    public static EhrAnswer Json(string json, string contentType = "application/fhir+json;charset=utf-8") => async (http, ended) =>
    {
        http.Response.ContentType = contentType;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json), ended);
    };

    /// <summary>The same text in another encoding, and honest about it.</summary>
    public static EhrAnswer InEncoding(Encoding encoding, string json) => async (http, ended) =>
    {
        http.Response.ContentType = $"application/fhir+json;charset={encoding.WebName}";
        await http.Response.Body.WriteAsync(encoding.GetBytes(json), ended);
    };

    public static EhrAnswer Status(int status, string? retryAfter = null) => (http, _) =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            http.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    public static EhrAnswer Html { get; } = Json("<html><body>Please log in</body></html>", "text/html");

    public static EhrAnswer RedirectTo(Uri elsewhere) => (http, _) =>
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = elsewhere.AbsoluteUri;
        return Task.CompletedTask;
    };

    /// <summary>Good JSON, a byte at a time, for as long as the caller stays.</summary>
    public static EhrAnswer SlowDrip(string json) => async (http, ended) =>
    {
        http.Response.ContentType = "application/fhir+json";
        foreach (var one in Encoding.UTF8.GetBytes(json))
        {
            await http.Response.Body.WriteAsync(new[] { one }, ended);
            await http.Response.Body.FlushAsync(ended);
            await Task.Delay(100, ended);
        }
    };

    /// <summary>Nothing at all, until the caller leaves.</summary>
    public static EhrAnswer Silence { get; } = (_, ended) => Task.Delay(Timeout.Infinite, ended);

    /// <summary>Half of the announced body, then the connection is cut.</summary>
    public static EhrAnswer ResetMidBody(string json) => async (http, ended) =>
    {
        http.Response.ContentType = "application/fhir+json";
        http.Response.ContentLength = Encoding.UTF8.GetByteCount(json);
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json[..(json.Length / 2)]), ended);
        await http.Response.Body.FlushAsync(ended);
        http.Abort();
    };

    /// <summary>Blanks without end as fast as they are taken.</summary>
    public static EhrAnswer NeverEnds { get; } = async (http, ended) =>
    {
        http.Response.ContentType = "application/fhir+json";
        while (true)
        {
            await http.Response.Body.WriteAsync(Blanks, ended);
        }
    };

    /// <summary>A body of so many bytes, its length announced.</summary>
    public static EhrAnswer OfBytes(long bytes) => async (http, ended) =>
    {
        http.Response.ContentType = "application/fhir+json";
        http.Response.ContentLength = bytes;
        for (var left = bytes; left > 0; left -= Blanks.Length)
        {
            await http.Response.Body.WriteAsync(Blanks.AsMemory(0, (int)Math.Min(left, Blanks.Length)), ended);
        }
    };

    public static EhrAnswer Gzip(string json) => Packed(Encoding.UTF8.GetBytes(json), 1);

    /// <summary>Some kilobytes that unpack to so many mebibytes of blanks.</summary>
    public static EhrAnswer GzipBomb(int mebibytes) => Packed(Blanks, mebibytes * 16);

    private static EhrAnswer Packed(byte[] bytes, int times)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < times; i++)
            {
                gzip.Write(bytes);
            }
        }

        var body = packed.ToArray();
        return async (http, ended) =>
        {
            http.Response.ContentType = "application/fhir+json";
            http.Response.Headers.ContentEncoding = "gzip";
            await http.Response.Body.WriteAsync(body, ended);
        };
    }
}
