using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Codes;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;
using Sbirt.FhirAdapter.Structure;

namespace Sbirt.FhirAdapter.Outcomes;

/// <summary>The only place that turns reasons into an OperationOutcome and an HTTP status.</summary>
public static class OperationOutcomes
{
    private static readonly OutcomeIssue Valid = new(
        IssueSeverity.Information,
        "valid",
        new Localized("FHIR R4 の構造として正しい内容です。", "The body is valid by the base structure of FHIR R4."));

    /// <summary>A refusal for one reason; see the overload for several.</summary>
    public static Outcome Refusal(Reason reason, Language language, ReadOnlySpan<byte> sent = default) =>
        Refusal([reason], language, sent);

    /// <summary>
    /// A refusal with every reason as an issue and the status of the first one. When the text that was sent is
    /// given, reasons that name a path but no line get line and column from it.
    /// </summary>
    public static Outcome Refusal(
        IReadOnlyCollection<Reason> reasons, Language language, ReadOnlySpan<byte> sent = default)
    {
        var issues = new List<OutcomeIssue>(reasons.Count);
        foreach (var reason in reasons)
        {
            issues.Add(IssueOf(reason, sent));
        }

        return Of(OutcomeKinds.Of(issues[0].Code).Status, issues, language);
    }

    /// <summary>A refusal of a body that is not R4: every fault an issue, status of the first.</summary>
    public static Outcome Refusal(IReadOnlyCollection<StructureFault> faults, Language language) =>
        Of(OutcomeKinds.Of(faults.First().Code).Status, [.. faults.Select(IssueOf)], language);

    /// <summary>
    /// The answer of <c>$validate</c>: status 200 either way, with every fault, or one issue that says that there is
    /// none.
    /// </summary>
    public static Outcome Validation(IReadOnlyCollection<StructureFault> faults, Language language) =>
        Of(200, faults.Count == 0 ? [Valid] : [.. faults.Select(IssueOf)], language);

    /// <summary>An OperationOutcome of one's own issues and status, such as the warnings of a success.</summary>
    public static Outcome Of(int status, IReadOnlyCollection<OutcomeIssue> issues, Language language) =>
        new(status, FhirJson.Write(writer => Write(writer, issues, language)));

    /// <summary>Writes the resource into something larger, such as a Bundle entry's response.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyCollection<OutcomeIssue> issues, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType"u8, "OperationOutcome"u8);
        writer.WriteString("language"u8, LanguageTag.Of(language));
        writer.WriteStartArray("issue"u8);
        foreach (var issue in issues)
        {
            WriteIssue(writer, issue, language);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The reason as an issue of severity error, with its place looked up where it has none.</summary>
    public static OutcomeIssue IssueOf(Reason reason, ReadOnlySpan<byte> sent = default)
    {
        var at = reason.At;
        if (at is null && reason.Path is { } path && !sent.IsEmpty)
        {
            at = SourcePosition.Find(sent, path);
        }

        return new OutcomeIssue(IssueSeverity.Error, reason.Code, reason.Text, reason.Path, at);
    }

    /// <summary>The fault as an issue of severity error.</summary>
    public static OutcomeIssue IssueOf(StructureFault fault) => IssueOf(fault.ToReason());

    private static void WriteIssue(Utf8JsonWriter writer, OutcomeIssue issue, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("severity"u8, SeverityCode(issue.Severity));
        writer.WriteString("code"u8, OutcomeKinds.Of(issue.Code).IssueType);
        writer.WriteStartObject("details"u8);
        writer.WriteStartArray("coding"u8);
        writer.WriteStartObject();
        writer.WriteString("system"u8, CodeSystems.Reasons);
        writer.WriteString("code"u8, issue.Code);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("text"u8, issue.Text.In(language));
        writer.WriteEndObject();
        WriteOnly(writer, "location"u8, issue.At is { } at ? Location(at) : null);
        WriteOnly(writer, "expression"u8, issue.Expression);
        writer.WriteEndObject();
    }

    private static void WriteOnly(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? member)
    {
        if (string.IsNullOrEmpty(member))
        {
            return;
        }

        writer.WriteStartArray(name);
        writer.WriteStringValue(member);
        writer.WriteEndArray();
    }

    private static string Location(TextPlace at) =>
        string.Create(CultureInfo.InvariantCulture, $"line {at.Line}, column {at.Column}");

    private static string SeverityCode(IssueSeverity severity) => severity switch
    {
        IssueSeverity.Information => "information",
        IssueSeverity.Warning => "warning",
        IssueSeverity.Error => "error",
        IssueSeverity.Fatal => "fatal",
        _ => throw new InvalidOperationException("Unknown severity."),
    };
}
