using Sbirt.Service.Store;

namespace Sbirt.Tests.Hosts;

/// <summary>Writes of answer sheets, as short as a test needs them.</summary>
internal static class AnswerWrites
{
    public const string Answers = "QuestionnaireResponse";

    public static BusinessIdentifier Named(string value) => new("urn:clinic:sheets", value);

    public static Write.Create Create(string body, params string[] identifiers) =>
        new() { Type = Answers, Body = StoreHome.Bytes(body), Identifiers = [.. identifiers.Select(Named)] };

    public static Write.Create Amend(string body, params string[] identifiers) =>
        Create(body, identifiers) with { Supersedes = true };

    public static Write.Create CreateUnlessThere(string body, string condition) =>
        Create(body) with { IfNoneExist = Named(condition) };

    public static Write.Update Put(string id, string body, long? ifMatch = null, params string[] identifiers) =>
        new()
        {
            Type = Answers,
            Id = id,
            Body = StoreHome.Bytes(body),
            IfMatch = ifMatch,
            Identifiers = [.. identifiers.Select(Named)],
        };

    public static Task<WriteOutcome> WriteAsync(this ResourceStore store, Write write) =>
        store.WriteAsync(StoreHome.Clinic, write, CancellationToken.None);

    public static async Task<T> WriteAsync<T>(this ResourceStore store, Write write)
        where T : WriteOutcome
    {
        var outcome = await store.WriteAsync(write);
        return outcome as T ?? throw new InvalidOperationException($"{outcome} is not {typeof(T).Name}");
    }

    public static Task<TransactionOutcome> TransactAsync(this ResourceStore store, params Write[] writes) =>
        store.TransactAsync(StoreHome.Clinic, writes, CancellationToken.None);

    public static Task<StoredResource?> ReadAsync(this ResourceStore store, string id, long? version = null) =>
        store.ReadAsync(StoreHome.Clinic, Answers, id, version, CancellationToken.None);

    public static Task<long> CountAsync(this ResourceStore store) =>
        store.CountAsync(StoreHome.Clinic.Tenant, Answers, CancellationToken.None);
}
