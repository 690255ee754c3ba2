namespace Sbirt.Tests.Service.Screening;

/// <summary>Answer sheets as they are sent, as short as a test needs them.</summary>
internal static class Sheets
{
    public const string Create = "/fhir/QuestionnaireResponse";
    public const string Assess = "/fhir/QuestionnaireResponse/$assess";

    /// <summary>AUDIT-C with answers by score; more is put before the items, e.g. <c>"id":"a",</c>.</summary>
    public static string AuditC(int first = 4, int second = 2, int third = 3, string more = "", string status = "completed") =>
        $$"""{"resourceType":"QuestionnaireResponse",{{more}}"status":"{{status}}","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit-c|1.0.0","item":[{{Answer("audit-c-1", first)}},{{Answer("audit-c-2", second)}},{{Answer("audit-c-3", third)}}]}""";

    /// <summary>The same with a business identifier.</summary>
    public static string Named(string value, int first = 4, string status = "completed", string more = "") =>
        AuditC(first, more: $$"""{{more}}"identifier":{"system":"urn:clinic:sheets","value":"{{value}}"},""", status: status);

    public static string Answer(string linkId, int score) =>
        $$"""{"linkId":"{{linkId}}","answer":[{"valueInteger":{{score}}}]}""";

    public static string Parameters(params string[] parameters) =>
        $$"""{"resourceType":"Parameters","parameter":[{{string.Join(',', parameters)}}]}""";

    public static string Resource(string name, string json) => $$"""{"name":"{{name}}","resource":{{json}}}""";

    public static string Text(string name, string value) => $$"""{"name":"{{name}}","valueString":"{{value}}"}""";

    public static string Bundle(string type, params string[] entries) =>
        $$"""{"resourceType":"Bundle","type":"{{type}}"{{(entries.Length == 0 ? "" : $",\"entry\":[{string.Join(',', entries)}]")}}}""";

    public static string Post(string resource, string more = "") =>
        $$$"""{"resource":{{{resource}}},"request":{"method":"POST","url":"QuestionnaireResponse"{{{more}}}}}""";

    public static string Put(string id, string resource, string more = "") =>
        $$$"""{"resource":{{{resource}}},"request":{"method":"PUT","url":"QuestionnaireResponse/{{{id}}}"{{{more}}}}}""";

    public static string Get(string url) => $$$"""{"request":{"method":"GET","url":"{{{url}}}"}}""";
}
