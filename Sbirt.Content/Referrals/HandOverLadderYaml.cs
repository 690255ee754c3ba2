using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of hand-over-ladder.yaml.</summary>
internal sealed class HandOverLadderYaml : Located
{
    public List<HandOverStepYaml> Steps { get; set; } = [];

    public List<int> FollowUpDays { get; set; } = [];

    public int GentleContacts { get; set; }

    public List<LocalizedText> AfterNoShow { get; set; } = [];

    public List<LocalizedText> GoodNews { get; set; } = [];

    public List<SourceEntry>? Sources { get; set; }

    public HandOverLadder ToLadder(ContentReader reader)
    {
        reader.Distinct(Steps.Select(step => (step.Code ?? string.Empty, step.Line)));
        foreach (var step in Steps.Where((step, at) => step.Closes != (at == Steps.Count - 1)))
        {
            reader.Fault(step.Line, "Only the last step closes a hand-over.", "Write `closes: true` on the last step and on no other.");
        }

        if (FollowUpDays.Count == 0 || FollowUpDays[0] <= 0 || !FollowUpDays.SequenceEqual(FollowUpDays.Distinct().Order()))
        {
            reader.Fault(Line, "`followUpDays` does not rise from above 0.", "Write days such as [ 14, 30, 90 ].");
        }

        return new HandOverLadder(
            [.. Steps.Select(step => new HandOverStep(
                reader.Need(step.Code, step.Line, "code"),
                reader.NeedText(step.Title, step.Line, "title"),
                reader.NeedText(step.Ask, step.Line, "ask"),
                step.Closes))],
            [.. FollowUpDays],
            [.. AfterNoShow.Select(text => reader.NeedText(text, text.Line, "afterNoShow"))],
            GentleContacts,
            [.. GoodNews.Select(text => reader.NeedText(text, text.Line, "goodNews"))],
            SourceEntry.NeedSources(reader, Sources, Line));
    }
}

/// <summary>One rung as written.</summary>
internal sealed class HandOverStepYaml : Located
{
    public string? Code { get; set; }

    public LocalizedText? Title { get; set; }

    public LocalizedText? Ask { get; set; }

    public bool Closes { get; set; }
}
