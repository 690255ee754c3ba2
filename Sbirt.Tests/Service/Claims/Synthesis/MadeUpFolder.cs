using Xunit;
using Sbirt.Service.Claims.Synthesis;
using Sbirt.Tests.Hosts;

namespace Sbirt.Tests.Service.Claims.Synthesis;

/// <summary>A folder of made-up claims, written once for the tests of a class.</summary>
public sealed class MadeUpFolder : IDisposable
{
    public const int Members = 3_000;
    public const int Months = 13;

    private readonly WorkFolder work = new();

    public MadeUpFolder()
    {
        Path = System.IO.Path.Combine(work.Path, "claims");
        Report = Write(Path, Members, Months);
    }

    public string Path { get; }

    internal SynthesisReport Report { get; }

    internal static SynthesisReport Write(string folder, int members, int months, ulong seed = 20, SynthesisForm form = SynthesisForm.Provider) =>
        ClaimSynthesis.Write(new SynthesisOrder(members, months, 202603, seed, folder, form), TestContext.Current.CancellationToken);

    public void Dispose() => work.Dispose();
}
