using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// Recognises a form's question about pregnancy, on which cut-offs depend. "Pregnant or trying to become so"
/// answered with yes is read as pregnant: the stricter reading.
/// </summary>
internal static class PregnancyQuestion
{
    /// <summary>The linkId in the forms of asbi-screening-app.</summary>
    internal const string LinkId = "pregnancy-question";

    internal static bool Is(ForeignItem item) =>
        item.Type is "choice" or "boolean"
        && item.Text is { } text
        && (text.Contains("pregnan", StringComparison.OrdinalIgnoreCase) || text.Contains("妊娠", StringComparison.Ordinal));

    /// <summary>Yes, no, or null for anything else.</summary>
    internal static bool? Answer(AnswerValue value) => value switch
    {
        AnswerValue.Truth truth => truth.Value,
        AnswerValue.Coded { Code: "yes" or "Y" or "LA33-6" } => true,
        AnswerValue.Coded { Code: "no" or "N" or "LA32-8" } => false,
        _ => null,
    };
}
