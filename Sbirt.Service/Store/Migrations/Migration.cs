using System.Globalization;
using System.Reflection;
using Sbirt.Service.Store.Databases;

namespace Sbirt.Service.Store.Migrations;

/// <summary>One numbered step of the schema.</summary>
/// <param name="Number">The four digits its file name begins with.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    private const string Folder = "Store/Migrations/";

    /// <summary>The embedded steps for a database, in order: <c>0001-name.sql</c> for both, <c>0004-name.sqlite.sql</c> for one.</summary>
    public static IReadOnlyList<Migration> For(string dialect) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && IsFor(name[Folder.Length..], dialect))
            .Order(StringComparer.Ordinal)
            .Select(Embedded)];

    /// <summary>The statements as this database reads them.</summary>
    public string SqlFor(Database database) => Sql.Replace("{bytes}", database.BytesType, StringComparison.Ordinal);

    private static bool IsFor(string file, string dialect) =>
        file.Split('.') is { } parts && (parts.Length == 2 || parts[1] == dialect);

    private static Migration Embedded(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var name = resource[Folder.Length..];
        return new(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
