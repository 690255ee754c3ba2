using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>Who the program is to the database: from the environment or a file, never from an address or an argument that others could see.</summary>
internal sealed class ClusterCredentials
{
    public const string UserVariable = "SBIRT_CLICKHOUSE_USER";
    public const string PasswordVariable = "SBIRT_CLICKHOUSE_PASSWORD";
    public const string PasswordFileVariable = "SBIRT_CLICKHOUSE_PASSWORD_FILE";

    private readonly string user;
    private readonly string password;

    public ClusterCredentials(string user, string password) => (this.user, this.password) = (user, password);

    /// <exception cref="ScanFaultException">The file cannot be read, or a word cannot be sent.</exception>
    public static ClusterCredentials FromEnvironment()
    {
        var user = Environment.GetEnvironmentVariable(UserVariable) ?? "default";
        var password = Environment.GetEnvironmentVariable(PasswordFileVariable) is { Length: > 0 } file ? Read(file) : Environment.GetEnvironmentVariable(PasswordVariable) ?? "";
        return (user + password).Any(character => character is < ' ' or > '~')
            ? throw new ScanFaultException($"{UserVariable} and the password are of printable ASCII characters.")
            : new ClusterCredentials(user, password);
    }

    public void AddTo(HttpRequestMessage request)
    {
        request.Headers.Add("X-ClickHouse-User", user);
        request.Headers.Add("X-ClickHouse-Key", password);
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ScanFaultException($"The file that {PasswordFileVariable} names cannot be read.");
        }
    }
}
