using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>What a QuestionnaireResponse says, in our words, ready to be scored.</summary>
/// <param name="Sheets">One per instrument found in the form; at least one.</param>
/// <param name="Questionnaire">The canonical of the form that was recognised, ours or the foreign one.</param>
/// <param name="Foreign">The form is somebody else's: what could not be matched is in <paramref name="Issues"/>.</param>
/// <param name="Subject">The subject's reference as written; null when there is none.</param>
/// <param name="Authored">FHIR dateTime as written, possibly partial.</param>
/// <param name="Language">The response's own language, where it is one of ours.</param>
/// <param name="SelfCompleted">True: the patient answered; false: a professional did; null: not told.</param>
/// <param name="Pregnant">What the form's own pregnancy question was answered with, where it has one.</param>
/// <param name="Issues">What is noteworthy about form and answers though it did not stop the reading.</param>
public sealed record ReadResponse(
    ImmutableArray<AnswerSheet> Sheets,
    string Questionnaire,
    bool Foreign,
    string? Id,
    BusinessIdentifier? Identifier,
    string? Subject,
    string? Authored,
    ResponseStatus Status,
    Language? Language,
    bool? SelfCompleted,
    bool? Pregnant,
    ImmutableArray<Issue> Issues);

/// <summary>The sender's own name for the response: the same pair means the same response.</summary>
public sealed record BusinessIdentifier(string? System, string Value);

/// <summary>The statuses that may be scored.</summary>
public enum ResponseStatus
{
    InProgress,
    Completed,
    Amended,
}
