using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments.Files;

/// <summary>
/// Writes out what a file says once for several things (<c>{substance}</c> in ASSIST): an entry whose id
/// holds the placeholder becomes one entry for each.
/// </summary>
internal sealed class Repetition(string placeholder, ImmutableArray<Turn> turns)
{
    /// <summary>Nothing is repeated.</summary>
    public static Repetition None { get; } = new("", []);

    /// <summary>The file's <c>repeat:</c> section, its faults noted.</summary>
    public static Repetition Read(ContentReader reader, RepeatEntry? entry)
    {
        if (entry is null)
        {
            return None;
        }

        var placeholder = $"{{{reader.Need(entry.As, entry.Line, "as")}}}";
        var turns = (entry.Of ?? []).Select(of => new Turn(
            placeholder,
            reader.Need(of.Id, of.Line, "id"),
            reader.NeedText(of.Name, of.Line, "name"),
            of.Topic is null ? null : reader.NeedOneOf<Topic>(of.Topic, of.Line, "topic"))).ToImmutableArray();
        if (turns.Length == 0)
        {
            reader.Fault(entry.Line, "`repeat` names nothing to repeat over.", "List at least one `{ id: …, name: { ja: …, en: … } }` under `of:`.");
        }

        foreach (var twice in turns.GroupBy(turn => turn.Id).Where(group => group.Count() > 1))
        {
            reader.Fault(entry.Line, $"`repeat` names \"{twice.Key}\" twice.", "Give each its own id.");
        }

        return new Repetition(placeholder, turns);
    }

    /// <summary>The turns an entry with this id is written out for; one plain turn when it is not repeated.</summary>
    public ImmutableArray<Turn> TurnsOf(string? id, List<string>? except) =>
        IsRepeated(id) ? [.. turns.Where(turn => except?.Contains(turn.Id) is not true)] : [Turn.Plain];

    /// <summary>The ids an id stands for: in a plain entry, a repeated id stands for all of its turns.</summary>
    public ImmutableArray<string> Expand(string? id, Turn turn) =>
        id is null ? [] : turn == Turn.Plain && IsRepeated(id) ? [.. turns.Select(each => each.In(id))] : [turn.In(id)];

    /// <summary>Notes each name under <c>except:</c> that the file does not repeat over.</summary>
    public void CheckExcept(ContentReader reader, List<string>? except, int line)
    {
        foreach (var unknown in (except ?? []).Where(name => turns.All(turn => turn.Id != name)))
        {
            reader.Fault(line, $"`except` names \"{unknown}\", which `repeat` does not list.", "Use an id listed under `repeat: of:`.");
        }
    }

    private bool IsRepeated(string? id) =>
        turns.Length > 0 && id?.Contains(placeholder, StringComparison.Ordinal) is true;
}

/// <summary>One writing-out of a repeated entry.</summary>
internal sealed record Turn(string Placeholder, string Id, Localized Name, Topic? Topic)
{
    /// <summary>The entry stands once, as it is.</summary>
    public static Turn Plain { get; } = new("", "", new Localized("", ""), null);

    public string In(string id) => Fill(id, Id);

    public Localized In(Localized text) => new(Fill(text.Ja, Name.Ja), Fill(text.En, Name.En));

    public Wording In(Wording text) =>
        new(text.Ja is null ? null : Fill(text.Ja, Name.Ja), text.En is null ? null : Fill(text.En, Name.En));

    private string Fill(string text, string value) =>
        Placeholder.Length == 0 ? text : text.Replace(Placeholder, value, StringComparison.Ordinal);
}
