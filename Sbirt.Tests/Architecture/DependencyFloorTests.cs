using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Architecture;

/// <summary>O1: the table in SECURITY.md is the advisory list, because the registry serves none.</summary>
public sealed class DependencyFloorTests
{
    [Fact]
    public void O1_every_pinned_package_is_in_the_table_at_its_version_and_not_below_its_floor()
    {
        var pinned = XDocument.Load(Repository.PathOf("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToDictionary(e => (string)e.Attribute("Include")!, e => (string)e.Attribute("Version")!);
        var table = File.ReadLines(Repository.PathOf("SECURITY.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 4 && cells[1] != "package")
            .ToDictionary(cells => cells[1], cells => (Pinned: cells[2], Floor: cells[3]));

        table.Keys.Order(StringComparer.Ordinal).ShouldBe(pinned.Keys.Order(StringComparer.Ordinal));
        foreach (var (package, version) in pinned)
        {
            table[package].Pinned.ShouldBe(version);
            Version.Parse(version).ShouldBeGreaterThanOrEqualTo(Version.Parse(table[package].Floor), package);
        }
    }

    [Fact]
    public void O1_no_part_of_the_token_library_is_the_one_that_mixes_up_keys_of_one_id()
    {
        using var locked = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Repository.PathOf("Sbirt.Service", "packages.lock.json")));
        var versions = locked.RootElement.GetProperty("dependencies").EnumerateObject().First().Value.EnumerateObject()
            .Where(package => package.Name.Contains("IdentityModel", StringComparison.Ordinal))
            .Select(package => Version.Parse(package.Value.GetProperty("resolved").GetString()!))
            .ToList();

        versions.Count.ShouldBeGreaterThan(3);
        versions.ShouldAllBe(version => version >= new Version(6, 8, 0));
    }

    [Fact]
    public void O1_no_version_floats() =>
        File.ReadAllText(Repository.PathOf("Directory.Packages.props")).ShouldNotContain("*");

    [Fact]
    public void O1_lock_files_are_there() =>
        new[] { "Sbirt.Content", "Sbirt.FhirAdapter", "Sbirt.Service", "Sbirt.Tests" }
            .ShouldAllBe(project => File.Exists(Repository.PathOf(project, "packages.lock.json")));
}
