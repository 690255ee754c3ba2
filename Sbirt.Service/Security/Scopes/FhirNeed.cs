namespace Sbirt.Service.Security.Scopes;

/// <summary>What a call needs to be allowed: all of the one, and any of the other.</summary>
/// <param name="All">Every one of these.</param>
/// <param name="Any">At least one of these, when there are any.</param>
internal sealed record FhirNeed(string Type, Interactions All, Interactions Any = Interactions.None)
{
    private const string Response = "QuestionnaireResponse";

    /// <summary>A scope that would do, as SMART 2 spells it.</summary>
    public string Scope => $"system/{Type}.{string.Concat(Letters(All == Interactions.None ? Any : All))}";

    /// <summary>
    /// What an address under the FHIR base needs. <paramref name="segments"/> are those of the route, with
    /// parameters as <c>{name}</c>; null: nobody may, because it is an address whose need is not known.
    /// </summary>
    public static FhirNeed? Of(string method, IReadOnlyList<string> segments, string? ifNoneExist) =>
        (HttpMethods.IsHead(method) ? HttpMethods.Get : method, segments) switch
        {
            ("POST", [var type, "$validate"]) => new(type, Interactions.None, Interactions.Create | Interactions.Read | Interactions.Update),
            ("POST", [Response, "$assess" or "$extract"]) => new(Response, Interactions.None, Interactions.Create | Interactions.Read),
            ("POST", ["Questionnaire", _, "$populate"]) => new("Questionnaire", Interactions.None, Interactions.Read | Interactions.Search),
            ("POST", [var type, "_search"]) => new(type, Interactions.Search),
            ("GET", [var type, _, "_history", ..]) => new(type, Interactions.Read),
            (_, [.., ['$' or '_', ..]]) => null,
            ("GET", [var type]) => new(type, Interactions.Search),
            // A conditional create tells whether something is there already, and what.
            ("POST", [var type]) => new(type, ifNoneExist is null
                ? Interactions.Create
                : Interactions.Create | Interactions.Read | Interactions.Search),
            ("GET", [var type, _]) => new(type, Interactions.Read),
            ("PUT" or "PATCH", [var type, _]) => new(type, Interactions.Update),
            ("DELETE", [var type, _]) => new(type, Interactions.Delete),
            _ => null,
        };

    private static IEnumerable<char> Letters(Interactions interactions) =>
        new[] { ('c', Interactions.Create), ('r', Interactions.Read), ('u', Interactions.Update), ('d', Interactions.Delete), ('s', Interactions.Search) }
            .Where(pair => interactions.HasFlag(pair.Item2))
            .Select(pair => pair.Item1);
}
