using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// One question of our own form with its names as bytes and its answers ready made: most responses answer our
/// forms with our codes, and those need no new strings.
/// </summary>
internal sealed class OwnQuestion
{
    private static readonly byte[] AnswersSystem = RawJson.Quoted(CodeSystems.Answers);

    private readonly byte[] linkId;
    private readonly ImmutableArray<(byte[] Code, AnswerValue Value)> answers;

    internal OwnQuestion(FormItem.Question meaning)
    {
        Meaning = meaning;
        linkId = RawJson.Quoted(meaning.Item.LinkId);
        answers = [.. meaning.Item.Options.Select(option => (
            RawJson.Quoted(option.Code),
            (AnswerValue)new AnswerValue.Coded(CodeSystems.Answers, option.Code, null)))];
    }

    internal FormItem.Question Meaning { get; }

    internal bool IsNamed(JsonElement name) => RawJson.IsPlainly(name, linkId);

    /// <summary>The answer that system and code name, or null when they are not plainly ours.</summary>
    internal AnswerValue? Find(JsonElement system, JsonElement code)
    {
        if (system.ValueKind != JsonValueKind.String
            || code.ValueKind != JsonValueKind.String
            || !RawJson.IsPlainly(system, AnswersSystem))
        {
            return null;
        }

        foreach (var (own, value) in answers)
        {
            if (RawJson.IsPlainly(code, own))
            {
                return value;
            }
        }

        return null;
    }
}
