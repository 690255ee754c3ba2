using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines.Files;

/// <summary>Reads rules.yaml: each rule has the cut-offs and words that its computation needs, and no others.</summary>
internal sealed partial class RuleReader(ContentFile file)
{
    private readonly ContentReader reader = new(file);

    public IReadOnlyList<ContentFault> Faults => reader.Faults;

    public MedicineWords? Read()
    {
        if (reader.Read<RuleFile>() is not { } entry)
        {
            return null;
        }

        var sources = new Citations(reader, entry.Sources, entry.Line);
        var offers = (entry.Offers ?? [])
            .Select(offer => new MedicineOffer(reader.Need(offer.Id, offer.Line, "id"), reader.NeedText(offer.Text, offer.Line, "text")))
            .ToImmutableArray();
        var rules = (entry.Rules ?? []).Select(rule => ReadRule(rule, sources, offers)).ToImmutableArray();
        foreach (var missing in MedicineRuleNames.All.Select(needs => needs.Id).Except(rules.Select(rule => rule.Id)))
        {
            reader.Fault(entry.Line, $"The rule \"{missing}\" is missing.", "Put it back: a rule is not switched off by leaving it out.");
        }

        foreach (var twice in rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1))
        {
            reader.Fault(entry.Line, $"The rule \"{twice.Key}\" stands there twice.", "Keep one of the two.");
        }

        return new MedicineWords(
            reader.Need(entry.Version, entry.Line, "version"),
            rules,
            offers,
            reader.NeedText(entry.Safety, entry.Line, "safety"),
            ReadUnread(entry),
            new CutOff("sameSupply", NotBelow0(entry.SameSupply?.Days ?? -1, entry.Line, "sameSupply"), sources.Need(entry.SameSupply?.Source, entry.Line)));
    }

    private MedicineRule ReadRule(RuleEntry entry, Citations sources, ImmutableArray<MedicineOffer> offers)
    {
        var id = reader.Need(entry.Id, entry.Line, "id");
        var needs = MedicineRuleNames.All.FirstOrDefault(one => one.Id == id);
        if (needs is null)
        {
            reader.Fault(entry.Line, $"There is no rule \"{id}\".", $"Use one of: {string.Join(", ", MedicineRuleNames.All.Select(one => one.Id))}.");
        }

        var cutOffs = (entry.CutOffs ?? []).ToDictionary(
            each => each.Key,
            each => new CutOff(each.Key, NotBelow0(each.Value.Value, each.Value.Line, each.Key), sources.Need(each.Value.Source, each.Value.Line)));
        foreach (var name in (needs?.CutOffs ?? []).Except(cutOffs.Keys))
        {
            reader.Fault(entry.Line, $"The cut-off `{name}` is missing.", $"Write `{name}: {{ value: …, source: … }}` under `cutOffs`.");
        }

        foreach (var name in cutOffs.Keys.Except(needs?.CutOffs ?? []))
        {
            reader.Fault(entry.Line, $"The rule compares with no `{name}`.", $"It knows: {string.Join(", ", needs?.CutOffs ?? [])}.");
        }

        if (needs is not null && needs.Groups != entry.Groups is { Count: > 0 })
        {
            reader.Fault(entry.Line, needs.Groups ? "`groups` is missing." : "The rule takes no `groups`.", needs.Groups ? "Name the groups it looks at: `groups: [anxiolytic]`." : "Remove `groups`.");
        }

        return new MedicineRule(
            id,
            reader.Need(entry.Version, entry.Line, "version"),
            reader.NeedOneOf<Seriousness>(entry.Seriousness, entry.Line, "seriousness"),
            [.. (entry.Groups ?? []).Select(group => reader.NeedOneOf<MedicineGroup>(group, entry.Line, "groups"))],
            cutOffs.ToFrozenDictionary(StringComparer.Ordinal),
            NeedWords(entry.Title, entry.Line, "title", needs, placeholders: false),
            NeedWords(entry.Detail, entry.Line, "detail", needs),
            NeedWords(entry.Action, entry.Line, "action", needs, placeholders: false),
            NeedWords(entry.Unknown, entry.Line, "unknown", needs),
            [.. (entry.Offers ?? []).Select(offer => NeedOffer(offer, offers, entry.Line)).OfType<MedicineOffer>()])
        {
            Note = entry.Note is null ? null : NeedWords(entry.Note, entry.Line, "note", needs, placeholders: false),
        };
    }

    private MedicineOffer? NeedOffer(string id, ImmutableArray<MedicineOffer> offers, int line)
    {
        var offer = offers.FirstOrDefault(one => one.Id == id);
        if (offer is null)
        {
            reader.Fault(line, $"\"{id}\" is not one of the offers.", $"Use one of: {string.Join(", ", offers.Select(one => one.Id))}.");
        }

        return offer;
    }

    /// <summary>A text whose placeholders the rule can fill, the same ones in both languages.</summary>
    private Localized NeedWords(LocalizedText? text, int line, string key, RuleNeeds? needs, bool placeholders = true)
    {
        var words = reader.NeedText(text, line, key);
        var ja = PlaceholdersIn(words.Ja);
        var en = PlaceholdersIn(words.En);
        if (!ja.SetEquals(en))
        {
            reader.Fault(line, $"`{key}` names different values in its two languages.", "Use the same {placeholders} in `ja` and `en`.");
        }

        foreach (var unknown in ja.Union(en).Where(name => !placeholders || needs?.Values.Contains(name) == false))
        {
            reader.Fault(line, $"`{key}` cannot name {{{unknown}}}.", placeholders ? $"It can name: {string.Join(", ", needs!.Values)}." : "It takes no values.");
        }

        return words;
    }

    private FrozenDictionary<UnreadReason, Localized> ReadUnread(RuleFile entry)
    {
        var words = new Dictionary<UnreadReason, Localized>();
        foreach (var (key, text) in entry.Unread ?? [])
        {
            words[reader.NeedOneOf<UnreadReason>(key, entry.Line, "unread")] = reader.NeedText(text, entry.Line, key);
        }

        foreach (var missing in Enum.GetValues<UnreadReason>().Except(words.Keys))
        {
            reader.Fault(entry.Line, $"`unread` has no words for {missing}.", "Add them in both languages.");
        }

        return words.ToFrozenDictionary();
    }

    private decimal NotBelow0(decimal value, int line, string key)
    {
        if (value < 0)
        {
            reader.Fault(line, $"`{key}` is missing or below 0.", "Write 0 or more.");
        }

        return value;
    }

    private static HashSet<string> PlaceholdersIn(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([A-Za-z]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
