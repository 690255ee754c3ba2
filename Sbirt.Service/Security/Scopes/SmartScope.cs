using System.Text.RegularExpressions;

namespace Sbirt.Service.Security.Scopes;

/// <summary>
/// One scope as SMART App Launch spells it, in version 1 (<c>user/Observation.read</c>) or 2
/// (<c>system/QuestionnaireResponse.cru</c>).
/// </summary>
/// <param name="Type">Resource type, or <c>*</c>.</param>
internal sealed partial record SmartScope(string Type, Interactions Allowed)
{
    public const string EveryType = "*";

    private const Interactions Reading = Interactions.Read | Interactions.Search;
    private const Interactions Writing = Interactions.Create | Interactions.Update | Interactions.Delete;

    /// <summary>
    /// Null for what grants nothing here: other scopes, <c>patient/</c> (no patient's compartment is kept), and scopes
    /// narrowed by a query, which would have to be carried out to be honoured.
    /// </summary>
    public static SmartScope? Parse(string scope)
    {
        var match = Form().Match(scope);
        if (!match.Success)
        {
            return null;
        }

        var allowed = match.Groups["may"].Value switch
        {
            "read" => Reading,
            "write" => Writing,
            "*" => Reading | Writing,
            var letters => letters.Aggregate(Interactions.None, (sum, letter) => sum | Of(letter)),
        };
        return allowed == Interactions.None ? null : new(match.Groups["type"].Value, allowed);
    }

    private static Interactions Of(char letter) => letter switch
    {
        'c' => Interactions.Create,
        'r' => Interactions.Read,
        'u' => Interactions.Update,
        'd' => Interactions.Delete,
        _ => Interactions.Search,
    };

    [GeneratedRegex(@"^(?:user|system)/(?<type>\*|[A-Z][A-Za-z]{0,63})\.(?<may>read|write|\*|c?r?u?d?s?)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
