using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Pages;

namespace Sbirt.Service.Claims.Report;

/// <summary>Writes <c>report.html</c>: what a scan found, for people who were not there.</summary>
internal static class ScanReportFile
{
    public const string FileName = "report.html";

    public static void Write(string path, ScanResult result)
    {
        var exclusions = SignalLibrary.LoadShipped().Exclusions;
        var counts = new ScanCounts(result.Preset, result.Tally, result.Options.Months);
        File.WriteAllBytes(path, PageFile.Of(ScanReportWords.Title, language =>
        {
            var page = new ScanReportPage(result, counts, exclusions, language);
            return (page.Head(), page.Main());
        }));
    }
}
