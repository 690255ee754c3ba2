using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sbirt.FhirAdapter.Structure;
using Sbirt.Service.Doctor;
using Sbirt.Tests.Hosts;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Service.Commands;

/// <summary>Every example of README.md, and the call the program prints at its start, run as they stand.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Every_example_of_the_README_works_as_it_stands()
    {
        await using var service = await ServiceProcess.StartAsync();
        var examples = Example().Matches(await File.ReadAllTextAsync(Repository.PathOf("README.md"))).Select(match => match.Groups[1].Value).ToList();
        examples.Count.ShouldBeGreaterThan(2);
        foreach (var example in examples)
        {
            var script = example
                .Replace("http://127.0.0.1:5080", service.Client.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal)
                .Replace("dotnet run --project Sbirt.Service --", $"dotnet '{ChildProgram.ServiceDll}'", StringComparison.Ordinal);
            var run = await CommandRun.RunAsync(Repository.Root, "bash", ["-e", "-c", script], "", []);

            run.ExitCode.ShouldBe(0, example + run.Errors);
            ShouldMakeSense(example, run.Output);
        }
    }

    [Fact]
    public async Task The_call_of_the_greeting_works_when_pasted()
    {
        await using var service = await ServiceProcess.StartAsync();
        var line = service.Output.Split('\n').Single(said => said.StartsWith("curl ", StringComparison.Ordinal));

        var run = await CommandRun.RunAsync(service.Folder, "bash", ["-c", line], "", []);

        run.ExitCode.ShouldBe(0, run.Errors);
        ShouldBeFhir(run.Output);
        run.Output.ShouldContain("\"valueInteger\":9");
    }

    private static void ShouldMakeSense(string example, string output)
    {
        output.ShouldNotBeNullOrWhiteSpace(example);
        if (example.Contains("/cds-services", StringComparison.Ordinal))
        {
            DoctorExamination.Of(Encoding.UTF8.GetBytes(output), DocumentKind.Response).Findings.ShouldBeEmpty(output);
            output.ShouldContain("high blood pressure");
            return;
        }

        if (example.Contains("curl", StringComparison.Ordinal))
        {
            ShouldBeFhir(output);
            return;
        }

        foreach (var line in output.Split('\n').Where(line => line.StartsWith('{')))
        {
            JsonDocument.Parse(line).RootElement.GetProperty("status").GetString().ShouldBeOneOf("complete", "incomplete");
        }
    }

    private static void ShouldBeFhir(string output)
    {
        var json = Encoding.UTF8.GetBytes(output);
        StructureValidator.Validate(json).ShouldBeEmpty(output);
        JsonDocument.Parse(json).RootElement.GetProperty("resourceType").GetString().ShouldNotBe("OperationOutcome", output);
    }

    [GeneratedRegex(@"^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
