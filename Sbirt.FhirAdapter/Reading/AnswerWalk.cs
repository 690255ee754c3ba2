using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Questionnaires;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>Walks the items of one response and sorts what it finds into one sheet per instrument.</summary>
internal sealed class AnswerWalk
{
    internal const int MaxDepth = 30;
    internal const int MaxItems = 5_000;

    private readonly FormMap form;
    private readonly GatheredSheets sheets;
    private readonly List<Issue> issues = [];
    private int count;
    private int next;

    internal AnswerWalk(FormMap form)
    {
        this.form = form;
        sheets = new GatheredSheets(form.Instruments);
    }

    internal bool? Pregnant { get; private set; }

    internal IReadOnlyList<Issue> Issues => issues;

    /// <summary>Why the response cannot be used; null: it can.</summary>
    internal Reason? Refusal { get; private set; }

    internal ImmutableArray<AnswerSheet> Sheets(bool? selfCompleted) => sheets.All(selfCompleted);

    internal void Walk(JsonElement items, string parent, int depth)
    {
        if (items.ValueKind != JsonValueKind.Array || Refusal is not null)
        {
            return;
        }

        if (depth > MaxDepth)
        {
            Refusal = ReadingReasons.TooDeep(MaxDepth);
            return;
        }

        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            if (++count > MaxItems)
            {
                Refusal = ReadingReasons.TooManyItems(MaxItems);
                return;
            }

            WalkItem(item, parent, index++, depth);
            if (Refusal is not null)
            {
                return;
            }
        }
    }

    private void WalkItem(JsonElement item, string parent, int index, int depth)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        JsonElement linkId = default, given = default, nested = default;
        foreach (var property in item.EnumerateObject())
        {
            var name = RawJson.NameOf(property);
            if (name.SequenceEqual("linkId"u8))
            {
                linkId = property.Value;
            }
            else if (name.SequenceEqual("answer"u8))
            {
                given = property.Value;
            }
            else if (name.SequenceEqual("item"u8))
            {
                nested = property.Value;
            }
            else if (name.SequenceEqual("modifierExtension"u8))
            {
                Refusal = ReadingReasons.ModifierExtension(ItemPath.Item(parent, index));
                return;
            }
        }

        if (linkId.ValueKind != JsonValueKind.String)
        {
            Refusal = ReadingReasons.LinkIdMissing(ItemPath.Item(parent, index));
            return;
        }

        var path = ItemPath.Item(parent, index);
        if (given.ValueKind == JsonValueKind.Array)
        {
            WalkAnswers(given, Meaning(linkId), linkId, path, index, depth);
        }

        Walk(nested, path, depth + 1);
    }

    // Responses nearly always answer in the order of the form: the next question is tried first.
    private (FormItem? Item, OwnQuestion? Own) Meaning(JsonElement linkId)
    {
        for (var ahead = next; ahead < form.Questions.Length; ahead++)
        {
            if (form.Questions[ahead].IsNamed(linkId))
            {
                next = ahead + 1;
                return (form.Questions[ahead].Meaning, form.Questions[ahead]);
            }
        }

        return (form.Items.GetValueOrDefault(linkId.GetString()!), null);
    }

    private void WalkAnswers(
        JsonElement given, (FormItem? Item, OwnQuestion? Own) meaning, JsonElement linkId, string path, int itemIndex, int depth)
    {
        var index = 0;
        foreach (var element in given.EnumerateArray())
        {
            var at = ItemPath.Answer(path, itemIndex, index++, depth == 1);
            if (element.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var answer = AnswerElement.Read(element, meaning.Own);
            if (answer.Modified)
            {
                Refusal = ReadingReasons.ModifierExtension(at);
                return;
            }

            if (answer.Value is { } value)
            {
                Sort(meaning.Item, linkId, value, answer.Weights, at);
            }

            Walk(answer.Items, at, depth + 1);
        }
    }

    private void Sort(FormItem? meaning, JsonElement linkId, AnswerValue value, ImmutableArray<decimal> weights, string at)
    {
        switch (meaning)
        {
            case FormItem.Question question when !form.Foreign:
                sheets.Add(question.Sheet, new GivenAnswer(question.Item.LinkId, value, at, weights));
                break;
            case FormItem.Question question:
                AddForeign(question, value, weights, at);
                break;
            case FormItem.Score score:
                AddStated(score, value, at);
                break;
            case FormItem.Pregnancy:
                Pregnant = PregnancyQuestion.Answer(value) ?? Pregnant;
                break;
            case null when !form.Foreign:
                // Scoring refuses it, with all the other faults of the sheet.
                sheets.Add(0, new GivenAnswer(linkId.GetString()!, value, at, weights));
                break;
            default:
                issues.Add(new Issue(ReadingReasons.ItemNotMatched(at), Seriousness.Low));
                break;
        }
    }

    private void AddForeign(FormItem.Question question, AnswerValue value, ImmutableArray<decimal> weights, string at)
    {
        if (value is AnswerValue.Coded coded && question.Item.Kind == ItemKind.Choice)
        {
            var option = OptionMatching.Meant(question, coded, ref weights);
            if (option is null)
            {
                issues.Add(new Issue(ReadingReasons.AnswerNotMatched(at), Seriousness.Low));
                return;
            }

            value = new AnswerValue.Coded(CodeSystems.Answers, option.Code, null);
        }
        else if (value is AnswerValue.Words words && OptionMatching.Meant(question, words) is { } shown)
        {
            value = new AnswerValue.Coded(CodeSystems.Answers, shown.Code, null);
        }

        sheets.Add(question.Sheet, new GivenAnswer(question.Item.LinkId, value, at, weights));
    }

    private void AddStated(FormItem.Score score, AnswerValue value, string at)
    {
        if (value is AnswerValue.Number number)
        {
            sheets.Add(score.Sheet, new StatedScore(score.ScaleId, score.Code, number.Value, at));
            return;
        }

        issues.Add(new Issue(ReadingReasons.AnswerNotMatched(at), Seriousness.Low));
    }
}
