namespace Sbirt.Service.Store.Audit;

/// <summary>Something that was done or refused, to be put on record.</summary>
/// <param name="Action">What: <c>create</c>, <c>update</c>, <c>read</c>, <c>history</c>, <c>search</c> …</param>
/// <param name="Id">Id of the resource; only its pseudonym is recorded. Null: it is about no single resource.</param>
/// <param name="Outcome"><c>done</c>, or why not.</param>
internal sealed record AuditEvent(string Action, string Type, string? Id, string Outcome)
{
    public const string Done = "done";

    /// <summary>Prints no id.</summary>
    public override string ToString() => $"{Action} {Type} {Outcome}";
}
