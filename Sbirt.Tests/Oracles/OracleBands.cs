namespace Sbirt.Tests.Oracles;

/// <summary>A published table of score ranges: each begins where the one before ends.</summary>
internal sealed class OracleBands(params (int From, string Name)[] lowestFirst)
{
    public string Of(int total) => lowestFirst.Last(band => band.From <= total).Name;
}
