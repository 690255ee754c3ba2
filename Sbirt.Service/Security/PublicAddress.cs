using Sbirt.Service.Settings;

namespace Sbirt.Service.Security;

/// <summary>
/// Makes every request one to the configured address, whatever Host header it came with: tokens are judged, and links
/// are built, by where callers are told to go.
/// </summary>
internal sealed class PublicAddress(RequestDelegate next, SbirtSettings settings)
{
    private readonly Uri? address = settings.PublicUrl is { Length: > 0 } url ? new Uri(url) : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (address is not null)
        {
            context.Request.Scheme = address.Scheme;
            context.Request.Host = address.IsDefaultPort ? new HostString(address.Host) : new HostString(address.Host, address.Port);
            context.Request.PathBase = address.AbsolutePath.TrimEnd('/');
        }

        return next(context);
    }
}
