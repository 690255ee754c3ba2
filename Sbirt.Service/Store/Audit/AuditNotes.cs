namespace Sbirt.Service.Store.Audit;

/// <summary>Says an operation of the store in the words of the audit trail.</summary>
internal static class AuditNotes
{
    private const string None = "none";

    public static AuditEvent OfWrite(Write write, WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Created created => new("create", write.Type, created.Id, AuditEvent.Done),
        WriteOutcome.Updated updated => new("update", write.Type, updated.Id, AuditEvent.Done),
        WriteOutcome.Existing existing => new(Verb(write), write.Type, existing.Id, "already there"),
        _ => OfRefusal(write, outcome),
    };

    public static AuditEvent OfRefusal(Write write, WriteOutcome why) => why switch
    {
        WriteOutcome.Conflict conflict => new(Verb(write), write.Type, conflict.ExistingId, $"refused: {Word(conflict.Kind)}"),
        _ => new(Verb(write), write.Type, (write as Write.Update)?.Id, "refused: other version"),
    };

    public static AuditEvent OfReading(string action, string type, string? id, bool wasFound) =>
        new(action, type, id, wasFound ? AuditEvent.Done : None);

    public static AuditEvent OfResult(string type, string id, ResultKept kept) => new("derive", type, id, kept switch
    {
        ResultKept.Kept => AuditEvent.Done,
        ResultKept.Already => "already there",
        ResultKept.Differs => "refused: other result",
        _ => None,
    });

    private static string Verb(Write write) => write is Write.Update ? "update" : "create";

    private static string Word(ConflictKind kind) => kind switch
    {
        ConflictKind.DifferentContent => "other content",
        ConflictKind.NamesAnother => "names another",
        ConflictKind.IdTaken => "id taken",
        _ => "twice in transaction",
    };
}
