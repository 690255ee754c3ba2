using System.Globalization;
using System.Reflection;
using System.Text;
using Sbirt.Service.Doctor;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Conformance;

/// <summary>
/// Every SHALL and SHOULD of CDS Hooks 2.0 that binds a service is held by a named test, and
/// <c>docs/conformance/cds-hooks.md</c> says by which. With SBIRT_WRITE_DOCS=1 the document is written anew.
/// </summary>
public sealed class CdsHooksRowsTests
{
    // Rows of the list that tell a client what to do with what a service sent.
    private static readonly Dictionary<int, string> OfTheClient = new()
    {
        [78] = "the client removes earlier cards",
        [89] = "the client may sort and colour by the indicator",
        [212] = "the client replaces earlier cards",
    };

    [Fact]
    public void Every_row_that_binds_a_service_has_its_test()
    {
        var held = Held();

        Binding().Where(row => !held.ContainsKey(row.Row) && !OfTheClient.ContainsKey(row.Row))
            .Select(row => $"{row.Row} {row.Requirement.Text}")
            .ShouldBeEmpty();
        held.Keys.Except(RequirementTable.All.Select(row => Number(row.Id)).OfType<int>()).ShouldBeEmpty("no such row");
    }

    [Fact]
    public void The_list_of_rows_in_the_documents_is_the_one_the_tests_give()
    {
        var file = Repository.PathOf("docs", "conformance", "cds-hooks.md");
        var written = Document();
        if (Environment.GetEnvironmentVariable("SBIRT_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, written);
        }

        File.ReadAllText(file).ShouldBe(written, "write it anew with SBIRT_WRITE_DOCS=1");
    }

    private static IEnumerable<(int Row, Requirement Requirement)> Binding() => RequirementTable.All
        .Where(row => row.Strength is Strength.Shall or Strength.Should)
        .Select(row => (Row: Number(row.Id), Requirement: row))
        .Where(row => row.Row is not null)
        .Select(row => (row.Row!.Value, row.Requirement))
        .OrderBy(row => row.Value);

    private static int? Number(string id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    private static Dictionary<int, List<string>> Held()
    {
        var held = new Dictionary<int, List<string>>();
        foreach (var method in typeof(CdsHooksRowsTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()))
        {
            foreach (var row in method.GetCustomAttribute<RowsAttribute>()?.Rows ?? [])
            {
                held.TryAdd(row, []);
                held[row].Add($"`{method.DeclaringType!.FullName!["Sbirt.Tests.".Length..]}.{method.Name}`");
            }
        }

        foreach (var tests in held.Values)
        {
            tests.Sort(StringComparer.Ordinal);
        }

        return held;
    }

    private static string Document()
    {
        var held = Held();
        var text = new StringBuilder("""
            # CDS Hooks 2.0: every requirement on a service, and the test that holds it

            The rows are HL7's requirement list (CC BY 4.0, `Sbirt.Service/Doctor/requirements.csv`). Every test named here runs with `bash test.sh`;
            a row without a test, or a test that fails, fails the run, so a row in this list of a green build passes.

            | row | strength | requirement | held by |
            | ---: | --- | --- | --- |

            """);
        foreach (var (row, requirement) in Binding())
        {
            var by = held.TryGetValue(row, out var tests) ? string.Join("<br>", tests) : $"of the client: {OfTheClient.GetValueOrDefault(row, "?")}";
            text.Append(CultureInfo.InvariantCulture, $"| {row} | {requirement.Strength.ToString().ToUpperInvariant()} | {Cell(requirement.Text)} | {by} |\n");
        }

        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
