using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Bundles;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Outcomes;
using Sbirt.FhirAdapter.Reading;
using Sbirt.FhirAdapter.Structure;

namespace Sbirt.Service.Screening.Sheets;

/// <summary>How files are assessed: pack, language, day, and whether as lines of JSON or as pages to read.</summary>
internal sealed record SheetWish(string? Pack, Language? Language, DateOnly Today, bool AsText);

/// <summary>Assesses one document of a file and writes its result; what cannot be used is named, never dropped.</summary>
internal sealed class SheetAssessment(Assessor assessor, JsonLimits limits, SheetWish wish)
{
    private Language Said => wish.Language ?? Language.Ja;

    public void Assess(SheetPlace place, ReadOnlyMemory<byte> bytes, SheetResults results)
    {
        switch (ResourceReading.Read(bytes, limits))
        {
            case Reading<FhirDocument>.Refused refused:
                Refuse(place, refused.Reasons, results);
                break;
            case Reading<FhirDocument>.Ok { Value: var document }:
                using (document)
                {
                    Assess(place, document, results);
                }

                break;
        }
    }

    /// <summary>A document that was passed over because it is larger than the limit.</summary>
    public void TooLong(SheetPlace place, SheetResults results) => Refuse(place, [HttpReasons.BodyTooLarge], results);

    private void Assess(SheetPlace place, FhirDocument document, SheetResults results)
    {
        if (document.ResourceType != "Bundle")
        {
            Assess(place, document.Root, null, results);
            return;
        }

        var found = false;
        foreach (var sheet in BundledResponses.In(document.Root))
        {
            found = true;
            Assess(place with { Entry = sheet.Entry }, sheet.Response, sheet, results);
        }

        if (!found)
        {
            Refuse(place, [AssessmentReasons.NoResponseInBundle], results);
        }
    }

    private void Assess(SheetPlace place, JsonElement response, BundledResponse? context, SheetResults results)
    {
        var isParameters = response.TryGetProperty("resourceType"u8, out var type) && type.ValueEquals("Parameters");
        var read = isParameters
            ? AssessParameters.Read(response)
            : new Reading<AssessParameters>.Ok(new AssessParameters(response, "QuestionnaireResponse", context?.Patient, context?.Questionnaire));
        switch (read)
        {
            case Reading<AssessParameters>.Refused refused:
                Refuse(place, refused.Reasons, results);
                break;
            case Reading<AssessParameters>.Ok { Value: var parameters }:
                Write(place, new AssessmentRequest(parameters with { Pack = parameters.Pack ?? wish.Pack }, wish.Language, wish.Today), results);
                break;
        }
    }

    private void Write(SheetPlace place, AssessmentRequest request, SheetResults results)
    {
        if (wish.AsText)
        {
            Write(place, assessor.Assess(request), results, (parts, output) => Text(output, SheetPage.Of(place, parts)));
            return;
        }

        Write(place, assessor.Judge(request), results, (sheet, output) =>
            Line(output, json => SheetLine.WriteScored(json, place, sheet, assessor.Content.Version)));
    }

    private void Write<T>(
        SheetPlace place, Reading<ImmutableArray<T>> reading, SheetResults results, Action<T, IBufferWriter<byte>> write)
    {
        switch (reading)
        {
            case Reading<ImmutableArray<T>>.Ok { Value: var sheets }:
                foreach (var sheet in sheets)
                {
                    write(sheet, results.Output);
                }

                results.Scored++;
                break;
            case Reading<ImmutableArray<T>>.Refused refused:
                Refuse(place, refused.Reasons, results);
                break;
        }
    }

    private void Refuse(SheetPlace place, ImmutableArray<Reason> reasons, SheetResults results)
    {
        results.Refused++;
        foreach (var reason in reasons)
        {
            var at = reason.At is { } point ? FormattableString.Invariant($" line {place.Line + point.Line - 1}, column {point.Column}:") : "";
            Text(results.Complaints, $"{place}:{at} {reason.Code}: {reason.Text.In(Said)}{(reason.Path is null ? "" : $" ({reason.Path})")}\n");
        }

        if (!wish.AsText)
        {
            Line(results.Output, json => SheetLine.WriteRefused(json, place, reasons, Said));
        }
    }

    private static void Line(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        using (var json = FhirJson.Writer(output))
        {
            write(json);
        }

        output.Write("\n"u8);
    }

    private static void Text(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);
}

/// <summary>What a piece of work came to: bytes for standard output, complaints for standard error, and counts.</summary>
internal sealed class SheetResults
{
    public ArrayBufferWriter<byte> Output { get; } = new(64 * 1024);

    public ArrayBufferWriter<byte> Complaints { get; } = new();

    public int Scored { get; set; }

    public int Refused { get; set; }

    /// <summary>Makes it ready for other work; what it held must have been written.</summary>
    public void Clear()
    {
        Output.ResetWrittenCount();
        Complaints.ResetWrittenCount();
        (Scored, Refused) = (0, 0);
    }
}
