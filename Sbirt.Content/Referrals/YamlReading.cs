using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Referrals;

/// <summary>Reading steps that the referral files share; each notes a fault instead of throwing.</summary>
internal static class YamlReading
{
    public static ImmutableArray<T> Values<T>(this ContentReader reader, List<string>? words, int line, string key)
        where T : struct, Enum => [.. (words ?? []).Select(word => reader.NeedOneOf<T>(word, line, key))];

    public static void Distinct(this ContentReader reader, IEnumerable<(string Code, int Line)> codes)
    {
        foreach (var (code, line) in codes.GroupBy(one => one.Code).SelectMany(group => group.Skip(1)))
        {
            reader.Fault(line, $"`{code}` stands there twice.", "Give each its own code.");
        }
    }
}
