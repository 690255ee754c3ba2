using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>What the instruments' files tell of one foreign form: its totals and its known differences.</summary>
internal sealed record DeclaredForms(
    IReadOnlyDictionary<string, FormItem.Score> Scores,
    IReadOnlyList<Issue> Cautions,
    IReadOnlySet<(string Code, string? LinkId)> Told)
{
    internal static DeclaredForms Of(string? url, IReadOnlyList<Instrument> chosen)
    {
        var scores = new Dictionary<string, FormItem.Score>(StringComparer.Ordinal);
        var cautions = new List<Issue>();
        var told = new HashSet<(string, string?)>();
        for (var sheet = 0; sheet < chosen.Count; sheet++)
        {
            foreach (var form in chosen[sheet].ForeignForms.Where(form => form.Url == url))
            {
                foreach (var (linkId, scale) in form.Scores)
                {
                    scores[linkId] = new FormItem.Score(sheet, scale, null);
                }

                foreach (var caution in form.Cautions)
                {
                    cautions.Add(new Issue(
                        new Reason(caution.Code, caution.Text, "QuestionnaireResponse.questionnaire"), Seriousness.Low));
                    told.Add((caution.Code, caution.LinkId));
                }
            }
        }

        return new DeclaredForms(scores, cautions, told);
    }

    /// <summary>The difference is already told in the instrument's file, in better words.</summary>
    internal bool Tells(string code, string linkId) => Told.Contains((code, linkId));
}
