using Sbirt.Service.Screening;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Commands;

/// <summary>The first lines a newcomer reads: whether a token is needed, what to open, a call that works.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app, TextWriter output)
    {
        var url = app.Urls.First();
        var lines = new List<string>();
        var settings = app.Services.GetRequiredService<SbirtSettings>();
        if (settings.Security.IsOpen)
        {
            lines.Add("Sbirt runs in Development on this machine only: no token is needed, and nobody else can reach it.");
        }
        else
        {
            lines.Add($"Sbirt answers trusted clients only ({settings.Clients.Count} configured): every call below needs a token but /fhir/metadata.");
        }

        lines.Add($"Open      {url}/fhir/metadata");
        lines.Add($"          {url}/fhir/Questionnaire/audit");
        lines.Add($"          {url}/cds-services");
        lines.Add($"          {url}/rules");
        lines.Add("Try       (an AUDIT-C answer sheet; answers with score, meaning, script and places)");
        lines.Add($"curl -s -H 'Content-Type: application/fhir+json' '{url}/fhir/QuestionnaireResponse/$assess?lang=en' -d '{SampleSheet.Json}'");
        lines.Add("Stop      Ctrl+C");
        output.WriteLine(string.Join(Environment.NewLine, lines));
        output.Flush();
    }
}
