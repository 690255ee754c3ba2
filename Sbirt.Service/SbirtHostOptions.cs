namespace Sbirt.Service;

/// <summary>What the command line decides before the host is built.</summary>
/// <param name="Urls">Addresses to listen on, separated by ';'.</param>
/// <param name="DataFolder">Full path; made when absent.</param>
/// <param name="Clock">The clock of a test host; null: the machine's.</param>
/// <param name="Settings">Extra settings of a test host, e.g. <c>Sbirt:Limits:BodyBytes</c>.</param>
internal sealed record SbirtHostOptions(
    string Urls,
    string DataFolder,
    string EnvironmentName,
    IReadOnlyDictionary<string, string?>? Settings = null,
    TimeProvider? Clock = null);
