namespace Sbirt.Tests.Oracles;

/// <summary>DAST-10 (Skinner 1982; bands as conventionally printed): item 3 counts when the answer is no.</summary>
internal static class DastOracle
{
    public static int? Total(OracleSheet sheet) =>
        OracleTotal.Of(Enumerable.Range(1, 10).Select(item => item == 3 ? 1 - sheet.At(item) : sheet.At(item)));

    public static string Band(int total) => total switch
    {
        0 => "none",
        <= 2 => "low",
        <= 5 => "moderate",
        <= 8 => "substantial",
        _ => "severe",
    };
}
