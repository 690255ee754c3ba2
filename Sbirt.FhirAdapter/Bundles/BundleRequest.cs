using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.FhirAdapter.Bundles;

/// <summary>A batch or transaction as it was sent (R4 http.html#transaction).</summary>
/// <param name="IsTransaction">All or nothing; a batch answers each entry for itself.</param>
public sealed record BundleRequest(bool IsTransaction, ImmutableArray<BundleCall> Calls)
{
    /// <summary>Reads a Bundle that already passed the structure check, or says why it is no batch or transaction.</summary>
    public static Reading<BundleRequest> Read(JsonElement bundle)
    {
        var type = Text(bundle, "resourceType") == "Bundle" ? Text(bundle, "type") : null;
        if (type is not ("batch" or "transaction"))
        {
            return Reading<BundleRequest>.Refuse(new Reason(
                "not-supported",
                new Localized(
                    "ここには type が batch または transaction の Bundle を送ってください。",
                    "Send a Bundle of type batch or transaction here."),
                "Bundle.type"));
        }

        var calls = ImmutableArray.CreateBuilder<BundleCall>();
        var links = new EntryLinks();
        if (bundle.TryGetProperty("entry"u8, out var entries))
        {
            foreach (var entry in entries.EnumerateArray())
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"Bundle.entry[{calls.Count}]");
                if (!entry.TryGetProperty("request"u8, out var request))
                {
                    return Reading<BundleRequest>.Refuse(new Reason(
                        "element-missing",
                        new Localized("この entry に request がありません。", "This entry has no request."),
                        path));
                }

                calls.Add(Call(entry, request, path));
                links.Add(Text(entry, "fullUrl"), isNew: calls[^1].Method == "POST");
            }
        }

        return new Reading<BundleRequest>.Ok(new BundleRequest(type == "transaction", [.. calls.Select(call => call with
        {
            LinkToEntry = call.Resource is { } resource ? links.FirstIn(resource, Text(resource, "resourceType") ?? "") : null,
        })]));
    }

    private static BundleCall Call(JsonElement entry, JsonElement request, string path) => new(
        path,
        Text(request, "method") ?? "",
        Text(request, "url") ?? "",
        entry.TryGetProperty("resource"u8, out var resource) ? resource : null,
        Text(request, "ifMatch"),
        Text(request, "ifNoneExist"));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>One entry of a batch or transaction.</summary>
/// <param name="Path">FHIRPath of the entry.</param>
/// <param name="LinkToEntry">FHIRPath of a link in the resource to an entry whose address changes when stored; null: none.</param>
public sealed record BundleCall(
    string Path,
    string Method,
    string Url,
    JsonElement? Resource,
    string? IfMatch,
    string? IfNoneExist,
    string? LinkToEntry = null);
