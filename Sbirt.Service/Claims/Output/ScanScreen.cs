using Sbirt.Content.Languages;
using Sbirt.Service.Claims.Scanning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sbirt.Service.Claims.Output;

/// <summary>
/// Tells on the error stream how far a scan is while it runs: on a terminal a bar for each pass, with rate and remaining time;
/// otherwise a line now and then, for a log.
/// </summary>
internal sealed class ScanScreen(ScanProgress progress, Language language, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly long begin = clock.GetTimestamp();

    private TimeSpan Elapsed => clock.GetElapsedTime(begin);

    public Task<T> ShowAsync<T>(Task<T> scan) =>
        Console.IsErrorRedirected ? LinesAsync(scan, Console.Error) : BarsAsync(scan);

    private async Task<T> LinesAsync<T>(Task<T> scan, TextWriter log)
    {
        await using var timer = clock.CreateTimer(_ => log.WriteLine(ProgressLine.Text(progress, Elapsed, language)), null, BetweenLines, BetweenLines);
        return await scan;
    }

    private async Task<T> BarsAsync<T>(Task<T> scan)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new PaceColumn(() => progress.Read < progress.Planned ? ProgressLine.Pace(progress, Elapsed, language) : ""))
            .StartAsync(async context =>
            {
                var reading = context.AddTask(language == Language.En ? "reading" : "読込");
                var persons = context.AddTask(language == Language.En ? "persons" : "集計", maxValue: 1);
                while (!scan.IsCompleted)
                {
                    reading.IsIndeterminate = progress.Planned == 0;
                    reading.MaxValue = Math.Max(1, progress.Planned);
                    reading.Value = progress.Read;
                    persons.Value = progress.Assembled;
                    await Task.WhenAny(scan, Task.Delay(BetweenLooks, clock));
                }
            });
        return await scan;
    }

    /// <summary>Rate and remaining time, beside the first bar.</summary>
    private sealed class PaceColumn(Func<string> pace) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(task.Id == 0 ? pace() : "");
    }
}
