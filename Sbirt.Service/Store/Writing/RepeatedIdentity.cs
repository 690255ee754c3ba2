namespace Sbirt.Service.Store.Writing;

/// <summary>
/// Finds two entries of one transaction that mean the same resource. Such a transaction has no order in which it
/// would be right, so it is refused before anything is written.
/// </summary>
internal static class RepeatedIdentity
{
    /// <summary>Index of the second such entry; null: all entries are apart.</summary>
    public static int? IndexIn(IReadOnlyList<Write> writes)
    {
        var ids = new HashSet<(string Type, string Id)>();
        var identifiers = new HashSet<(string Type, BusinessIdentifier Identifier)>();
        for (var index = 0; index < writes.Count; index++)
        {
            var write = writes[index];
            if (IdOf(write) is { } id && !ids.Add((write.Type, id)))
            {
                return index;
            }

            // Within one entry an identifier may appear twice: in the resource and in If-None-Exist.
            if (IdentifiersOf(write).Distinct().Any(identifier => !identifiers.Add((write.Type, identifier))))
            {
                return index;
            }
        }

        return null;
    }

    private static string? IdOf(Write write) => write switch
    {
        Write.Create create => create.Id,
        Write.Update update => update.Id,
        _ => null,
    };

    private static IEnumerable<BusinessIdentifier> IdentifiersOf(Write write) =>
        write is Write.Create { IfNoneExist: { } condition } ? write.Identifiers.Append(condition) : write.Identifiers;
}
