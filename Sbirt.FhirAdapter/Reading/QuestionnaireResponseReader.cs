using System.Collections.Immutable;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Questionnaires;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>
/// Reads a QuestionnaireResponse (R4) into answer sheets: which form, whose, answered by whom, and what was
/// answered. It never scores and never guesses; whatever it leaves out is said as an issue.
/// </summary>
public static class QuestionnaireResponseReader
{
    /// <summary>The response in our words, or why it cannot be used.</summary>
    public static Reading<ReadResponse> Read(JsonElement response, QuestionnaireLookup lookup)
    {
        if (response.ValueKind != JsonValueKind.Object)
        {
            return Reading<ReadResponse>.Refuse(ReadingReasons.NotAResponse);
        }

        var header = new ResponseHeader(response);
        if (header.Fault() is { } fault)
        {
            return Reading<ReadResponse>.Refuse(fault);
        }

        var choice = FormChoice.Of(response, header.Questionnaire, lookup);
        if (choice.Form is not { } form)
        {
            return Reading<ReadResponse>.Refuse(choice.Refusal!);
        }

        var walk = new AnswerWalk(form);
        walk.Walk(header.Items, ItemPath.Root, 1);
        if (walk.Refusal is { } refusal)
        {
            return Reading<ReadResponse>.Refuse(refusal);
        }

        var sheets = walk.Sheets(header.SelfCompleted);
        return new Reading<ReadResponse>.Ok(new ReadResponse(
            sheets,
            form.Canonical,
            form.Foreign,
            header.Id,
            header.Identifier(),
            header.Subject,
            header.Authored,
            header.Status!.Value,
            header.Language,
            header.SelfCompleted,
            walk.Pregnant,
            Issues(form, choice, walk)));
    }

    private static ImmutableArray<Issue> Issues(FormMap form, FormChoice choice, AnswerWalk walk)
    {
        var issues = form.Notices.AddRange(walk.Issues);
        return choice.Remark is { } remark ? issues.Insert(0, remark) : issues;
    }
}
