using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Sbirt.Content.Referrals;

/// <summary>Every kind of place, found by its code or by its name in either language.</summary>
public sealed class ResourceTypes
{
    private readonly FrozenDictionary<string, ResourceType> byWord;
    private readonly FrozenDictionary<string, int> ranks;

    internal ResourceTypes(ImmutableArray<ResourceType> all)
    {
        All = all;
        ranks = all
            .Select((type, at) => (type.Code, at))
            .DistinctBy(pair => pair.Code)
            .ToFrozenDictionary(pair => pair.Code, pair => pair.at, StringComparer.Ordinal);
        byWord = all
            .SelectMany(type => new[] { type.Code, type.Name.Ja, type.Name.En }, (type, word) => (word, type))
            .DistinctBy(pair => pair.word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.word, pair => pair.type, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the file's order.</summary>
    public ImmutableArray<ResourceType> All { get; }

    /// <summary>The type of a code known to exist; a directory's codes are checked on import.</summary>
    public ResourceType this[string code] => All[RankOf(code)];

    /// <summary>Where a known code stands in the file's order, 0 first.</summary>
    public int RankOf(string code) => ranks[code];

    /// <summary>Finds a type by code or name, letter case aside.</summary>
    public bool TryFind(string word, [NotNullWhen(true)] out ResourceType? type) => byWord.TryGetValue(word, out type);
}
