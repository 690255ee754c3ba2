using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>
/// Writes one Observation per scale and one per answered item. An incomplete scale has no value: its absence
/// is coded and the bounds stand in a note.
/// </summary>
internal static class ObservationWriter
{
    /// <param name="incompleteToo">Also those scales that have no value; false: only what was answered or computed.</param>
    internal static void Write(EntryWriting writing, bool incompleteToo = true)
    {
        foreach (var score in writing.Scored.Scales.Where(score => incompleteToo || score.IsComplete))
        {
            writing.Entry(ScaleName(score.Scale.Id), "Observation", json => Scale(writing, json, score));
        }

        foreach (var answer in writing.Scored.Answers)
        {
            writing.Entry(ItemName(answer.Item.LinkId), "Observation", json => Item(writing, json, answer));
        }
    }

    internal static string ScaleName(string scaleId) => $"{nameof(Scale)}/{scaleId}";

    private static string ItemName(string linkId) => $"{nameof(Item)}/{linkId}";

    private static void Scale(EntryWriting writing, Utf8JsonWriter json, ScaleScore score)
    {
        var instrument = writing.Scored.Instrument;
        var scale = score.Scale;
        Head(writing, json, [.. scale.Codes, OwnCode(instrument, scale)], writing.Say(scale.Title));
        if (score.Value is { } value)
        {
            Value(json, scale, value);
        }
        else
        {
            json.Concept("dataAbsentReason",
                [new Code("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown", "Unknown")]);
        }

        writing.Note(Notes(writing, score));
        var members = writing.Scored.Answers
            .Where(answer => scale.Items.Contains(answer.Item.LinkId))
            .Select(answer => writing.Url(ItemName(answer.Item.LinkId)))
            .ToList();
        if (members.Count > 0)
        {
            json.ReferenceList("hasMember", members);
        }

        DerivedFrom(writing, json);
    }

    private static void Item(EntryWriting writing, Utf8JsonWriter json, ItemScore answer)
    {
        var item = answer.Item;
        var label = writing.Say(item.Label);
        Head(writing, json, [.. item.Codes, new Code(CodeSystems.Items, item.LinkId, label)], label);
        if (answer.Option is { } option)
        {
            json.Concept(
                "valueCodeableConcept",
                [.. option.Codes, new Code(CodeSystems.Answers, option.Code)],
                option.Text.In(writing.Language));
        }
        else if (answer.Score is { } number)
        {
            WriteNumber(json, number, item.Kind == ItemKind.Integer);
        }

        DerivedFrom(writing, json);
    }

    private static void Head(EntryWriting writing, Utf8JsonWriter json, ImmutableArray<Code> codes, string text)
    {
        json.WriteString("status", writing.Response.Status switch
        {
            ResponseStatus.InProgress => "preliminary",
            ResponseStatus.Amended => "amended",
            _ => "final",
        });
        json.WriteStartArray("category");
        json.WriteStartObject();
        json.ConceptContent([ObservationCodes.Survey], null);
        json.WriteEndObject();
        json.WriteEndArray();
        json.Concept("code", codes, text);
        writing.Subject();
        writing.AnsweredOn("effectiveDateTime");
    }

    private static void DerivedFrom(EntryWriting writing, Utf8JsonWriter json)
    {
        json.WriteStartArray("derivedFrom");
        writing.ResponseReference();
        json.WriteEndArray();
    }

    private static Code OwnCode(Instrument instrument, Scale scale) =>
        new(CodeSystems.Items, ObservationCodes.ScaleCode(instrument, scale));

    private static void Value(Utf8JsonWriter json, Scale scale, decimal value)
    {
        if (!scale.Estimate && decimal.IsInteger(value))
        {
            WriteNumber(json, value, whole: true);
            return;
        }

        json.WriteStartObject("valueQuantity");
        json.WriteNumber("value", value);
        json.WriteString("unit", scale.Unit);
        json.WriteString("system", "http://unitsofmeasure.org");
        json.WriteString("code", scale.Unit);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, decimal value, bool whole)
    {
        if (whole && value is >= int.MinValue and <= int.MaxValue && decimal.IsInteger(value))
        {
            json.WriteNumber("valueInteger", (int)value);
            return;
        }

        json.WriteStartObject("valueQuantity");
        json.WriteNumber("value", value);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Notes(EntryWriting writing, ScaleScore score)
    {
        if (!score.IsComplete)
        {
            var (lower, upper) = (Text(score.Lower), Text(score.Upper));
            yield return writing.Say(
                $"回答がそろっていないため点数は出していません。{lower}〜{upper}の間です。",
                $"Not all answers are there, so there is no score. It lies between {lower} and {upper}.");
        }

        if (score.Scale.Estimate)
        {
            yield return writing.Say("推計値です。", "This is an estimate.");
        }
    }

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
