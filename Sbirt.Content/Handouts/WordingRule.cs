using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>Words that one language does not use, looked for sentence by sentence.</summary>
internal sealed record WordingRule(
    string Id,
    Language Language,
    ImmutableArray<Regex> Patterns,
    Regex? Unless,
    string Why,
    string Instead)
{
    /// <summary>The words of a sentence that the rule catches, or null.</summary>
    public string? Catch(string sentence)
    {
        var caught = Patterns.Select(pattern => pattern.Match(sentence)).FirstOrDefault(match => match.Success);
        return caught is null || Unless?.IsMatch(sentence) == true ? null : caught.Value;
    }
}

/// <summary>A sentence that a text about something dangerous always carries.</summary>
/// <param name="Interventions">Interventions whose every page and script carry it, whatever words they use.</param>
internal sealed record RequiredSentence(
    string Id,
    Language Language,
    Regex When,
    ImmutableArray<string> Interventions,
    Regex Must,
    string Instead)
{
    /// <summary>True when a text needs the sentence and does not have it.</summary>
    public bool IsMissing(string text, string? intervention) =>
        (When.IsMatch(text) || (intervention is not null && Interventions.Contains(intervention))) && !Must.IsMatch(text);
}
