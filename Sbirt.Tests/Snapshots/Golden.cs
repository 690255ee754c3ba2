using Shouldly;

namespace Sbirt.Tests.Snapshots;

/// <summary>
/// Texts as they are meant to be, kept beside the tests and reviewed like code. `SBIRT_ACCEPT=1` writes what is now said;
/// the difference is then a decision for the reader of the change.
/// </summary>
internal static class Golden
{
    public static void ShouldMatch(string text, string name)
    {
        var path = Repository.PathOf("Sbirt.Tests", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("SBIRT_ACCEPT") == "1")
        {
            File.WriteAllText(path, text);
        }

        text.ShouldBe(File.ReadAllText(path), $"Snapshots/{name}");
    }
}
