using System.Text.RegularExpressions;

namespace Sbirt.Service.Doctor.Rules;

/// <summary>Prefetch templates: tokens (rows 55, 56, 59) and the small part of FHIR search they keep to (row 58).</summary>
internal static partial class PrefetchTemplateRules
{
    private static readonly string[] UserTokens =
        ["userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId"];

    public static void Check(PlacedValue template, DoctorNotes notes)
    {
        if (!template.IsText)
        {
            notes.Add("36", template, "テンプレートは FHIR の問い合わせを書いた文字列です。", "A template is a string with a FHIR query.");
            return;
        }

        foreach (var token in Token().Matches(template.Text).Select(match => match.Groups[1].Value))
        {
            CheckToken(token, template, notes);
        }

        var query = Token().Replace(template.Text, "x");
        if (query.AsSpan().ContainsAny('{', '}'))
        {
            notes.Add("55", template, "トークンは {{ と }} で囲みます。", "Tokens are put between {{ and }}.");
        }
        else if (Advice(query) is { } advice)
        {
            notes.Add("58", template, advice.Ja, advice.En);
        }
    }

    private static void CheckToken(string token, PlacedValue template, DoctorNotes notes)
    {
        if (ContextField().IsMatch(token) || UserTokens.Contains(token))
        {
            return;
        }

        if (FieldAlone().IsMatch(token))
        {
            notes.Add("59", template, "コンテキストの項目は context.名前 と書きます。", "A context field is written context.name.");
            return;
        }

        notes.Add(
            "56",
            template,
            "トークンに書けるのは context.名前 か、利用者の 4 つの識別子だけです(前後の空白なし)。",
            "A token holds only context.name or one of the four user identifiers, without blanks.");
    }

    private static (string Ja, string En)? Advice(string query)
    {
        var split = query.IndexOf('?', StringComparison.Ordinal);
        if (!(split < 0 ? ReadForm() : TypeForm()).IsMatch(split < 0 ? query : query[..split]))
        {
            return ("推奨されるのは、1 件の読み取り(Type/id)か 1 種類の検索(Type?…)です。",
                "What is recommended is a read (Type/id) or a search of one type (Type?…).");
        }

        return split >= 0 && query[(split + 1)..].Split('&').Any(parameter => !IsRecommended(parameter))
            ? ("推奨されるのは、修飾子は :in だけ、連鎖や _include・_has のない検索です。",
                "What is recommended is a search without chains, _include and _has, with no modifier but :in.")
            : null;
    }

    private static bool IsRecommended(string parameter)
    {
        var name = parameter.Split('=')[0];
        var modifier = name.IndexOf(':', StringComparison.Ordinal);
        return parameter.Contains('=', StringComparison.Ordinal)
            && !name.Contains('.', StringComparison.Ordinal)
            && (modifier < 0 || name[modifier..] == ":in")
            && (name[0] != '_' || name is "_count" or "_sort" or "_id" or "_lastUpdated");
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Token();

    [GeneratedRegex(@"\Acontext\.[A-Za-z][A-Za-z0-9_-]*\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex ContextField();

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9_]*\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex FieldAlone();

    [GeneratedRegex(@"\A([A-Z][A-Za-z]+/[A-Za-z0-9\-.]+|x)\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex ReadForm();

    [GeneratedRegex(@"\A[A-Z][A-Za-z]+\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex TypeForm();
}
