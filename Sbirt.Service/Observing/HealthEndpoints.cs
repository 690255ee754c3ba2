namespace Sbirt.Service.Observing;

/// <summary>Whether the program lives, and whether it can take work; causes are not told to strangers.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", () => Results.Text("ready"));
    }
}
