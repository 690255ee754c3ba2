namespace Sbirt.Service.Commands;

/// <summary>The first lines a newcomer reads: whether a token is needed, what to open, a call that works.</summary>
internal static class Greeting
{
    private const string SampleSheet =
        """{"resourceType":"QuestionnaireResponse","status":"completed","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit-c","item":[{"linkId":"audit-c-1","answer":[{"valueInteger":4}]},{"linkId":"audit-c-2","answer":[{"valueInteger":2}]},{"linkId":"audit-c-3","answer":[{"valueInteger":3}]}]}""";

    public static void Print(WebApplication app, TextWriter output)
    {
        var url = app.Urls.First();
        var lines = new List<string>();
        if (app.Environment.IsDevelopment())
        {
            lines.Add("Sbirt runs in Development on this machine only: no token is needed, and nobody else can reach it.");
        }

        lines.Add($"Open      {url}/fhir/metadata");
        lines.Add($"          {url}/fhir/Questionnaire/audit");
        lines.Add("Try       (an AUDIT-C answer sheet; answers with score, meaning, script and places)");
        lines.Add($"curl -s -H 'Content-Type: application/fhir+json' '{url}/fhir/QuestionnaireResponse/$assess?lang=en' -d '{SampleSheet}'");
        lines.Add("Stop      Ctrl+C");
        output.WriteLine(string.Join(Environment.NewLine, lines));
        output.Flush();
    }
}
