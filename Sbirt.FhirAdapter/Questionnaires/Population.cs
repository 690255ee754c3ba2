using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Writing;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// SDC's <c>$populate</c>: a response made ready to be answered. Only what is certain is filled in: the form,
/// the person, the questions, and answers given before to the same questions. No answer is invented.
/// </summary>
public static class Population
{
    /// <summary>The response, and what could not be filled in.</summary>
    /// <param name="subject">Reference to the person, e.g. <c>Patient/123</c>; null when not told.</param>
    /// <param name="earlier">Accepted answers of an earlier response to the same instrument; empty when there is none.</param>
    public static Populated Populate(
        Instrument instrument, string? subject, ImmutableArray<ItemScore> earlier, Language language)
    {
        var known = earlier.Where(answer => instrument.Items.Contains(answer.Item)).ToList();
        return new Populated(
            FhirWriting.Object(json => Response(json, instrument, subject, known, language)),
            Unfilled(instrument, subject, known.Count));
    }

    /// <summary>The answer of the operation: Parameters with <c>response</c> and, where there are any, <c>issues</c>.</summary>
    public static byte[] Write(Populated populated, Language language) => FhirWriting.Object(json =>
    {
        json.WriteString("resourceType", "Parameters");
        json.WriteStartArray("parameter");
        json.WriteStartObject();
        json.WriteString("name", "response");
        json.WritePropertyName("resource");
        json.WriteRawValue(populated.Response, skipInputValidation: true);
        json.WriteEndObject();
        if (populated.Unfilled.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("name", "issues");
            json.WritePropertyName("resource");
            OperationOutcomes.Write(
                json,
                [.. populated.Unfilled.Select(reason =>
                    new OutcomeIssue(IssueSeverity.Information, reason.Code, reason.Text, reason.Path, null))],
                language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Response(
        Utf8JsonWriter json, Instrument instrument, string? subject, List<ItemScore> known, Language language)
    {
        json.WriteString("resourceType", "QuestionnaireResponse");
        json.WriteString("language", LanguageTag.Of(language));
        json.WriteString("questionnaire", $"{instrument.Canonical}|{instrument.Version}");
        json.WriteString("status", "in-progress");
        if (subject is not null)
        {
            json.Reference("subject", subject);
        }

        json.WriteStartArray("item");
        foreach (var item in instrument.Items)
        {
            json.WriteStartObject();
            json.WriteString("linkId", item.LinkId);
            json.WriteString("text", item.Text.In(language) ?? item.Label.In(language));
            if (known.Find(answer => ReferenceEquals(answer.Item, item)) is { } answer)
            {
                Answer(json, answer, language);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Answer(Utf8JsonWriter json, ItemScore answer, Language language)
    {
        json.WriteStartArray("answer");
        json.WriteStartObject();
        if (answer.Option is { } option)
        {
            json.WritePropertyName("valueCoding");
            json.Coding(new Code(CodeSystems.Answers, option.Code), option.Text.In(language));
        }
        else
        {
            json.WriteNumber("valueInteger", answer.Score!.Value);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static ImmutableArray<Reason> Unfilled(Instrument instrument, string? subject, int known)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        if (subject is null)
        {
            reasons.Add(new Reason(
                "subject-not-filled",
                new Localized("どなたの回答か分からないため、subject は空けてあります。", "Whose answers these are is not told, so subject was left out."),
                "QuestionnaireResponse.subject"));
        }

        if (instrument.Items.Length - known is var open and > 0)
        {
            var count = open.ToString(CultureInfo.InvariantCulture);
            reasons.Add(new Reason(
                "answers-not-filled",
                new Localized($"{count}問は、ご本人に尋ねるために空けてあります。", $"{count} questions were left open for the person to answer."),
                "QuestionnaireResponse.item"));
        }

        return reasons.ToImmutable();
    }
}

/// <summary>A response made ready to be answered.</summary>
/// <param name="Response">The QuestionnaireResponse as JSON.</param>
/// <param name="Unfilled">What could not be filled in, each with its sentence.</param>
public sealed record Populated(byte[] Response, ImmutableArray<Reason> Unfilled);
