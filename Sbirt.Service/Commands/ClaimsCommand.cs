using System.CommandLine;
using System.Globalization;
using Sbirt.Content.Claims;
using Sbirt.Content.Languages;
using Sbirt.Content.Medicines;
using Sbirt.Service.Claims.ClickHouse;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Masters;
using Sbirt.Service.Claims.Output;
using Sbirt.Service.Claims.Scanning;
using Sbirt.Service.Settings;

namespace Sbirt.Service.Commands;

/// <summary>
/// <c>claims load PATH… --claims clickhouse://…</c>: puts the facts of claims into a cluster, for scans past one machine.
/// Exit 0 all loaded, 2 something refused (scans tell it again), 1 failure: the same command goes on from there.
/// </summary>
internal static class ClaimsCommand
{
    private const int AllLoaded = 0;
    private const int Failure = 1;
    private const int SomeRefused = 2;

    public static Option<string?> Where() => new("--claims")
    {
        Description = $"Claims in a cluster: clickhouse://host:port[,host:port…]/database?cluster=NAME, one address for each shard (clickhouses:// is TLS). User and password: {ClusterCredentials.UserVariable}, {ClusterCredentials.PasswordVariable} or {ClusterCredentials.PasswordFileVariable}.",
    };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Billing files (UKE), folders, gzip and zip.", Arity = ArgumentArity.OneOrMore };
        var where = Where();
        where.Required = true;
        var threads = new Option<int>("--threads") { Description = "How many files are read and sent side by side.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var part = new Option<long>("--part-bytes") { Description = "How much is read before it is sent and safe from a stop.", Hidden = true, DefaultValueFactory = _ => ScanPlan.PartBytes };
        var drugs = new Option<FileInfo?>("--drug-master") { Description = "医薬品マスター (CSV as published)." };
        var diseases = new Option<FileInfo?>("--disease-master") { Description = "傷病名マスター (CSV as published)." };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with the key of pseudonyms, the same on all machines.", DefaultValueFactory = _ => new DirectoryInfo("sbirt-data") };
        var load = new Command("load", "Loads claims into a cluster; what was loaded before is not loaded again.") { paths, where, threads, part, drugs, diseases, data };
        load.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            async () =>
            {
                var medicines = MedicineLibrary.LoadShipped();
                var library = SignalLibrary.LoadShipped();
                var codes = CodesInUse.Of(library.Presets[0], library.Exclusions, medicines, parsed.GetValue(drugs)?.FullName, parsed.GetValue(diseases)?.FullName) with
                {
                    // Every preset finds here what it needs.
                    KeepsAllMedicines = true,
                    KeepsDiseases = true,
                };
                var hash = new KeyedHash(SecretFile.ReadOrCreate(Path.Combine(parsed.GetValue(data)!.FullName, "keys", "persons.key"), KeyedHash.KeyBytes));
                using var cluster = Cluster.Open(ClusterAddress.Of(parsed.GetValue(where)!), ClusterCredentials.FromEnvironment(), TimeProvider.System, cancellation);
                var progress = new ScanProgress();
                var loading = new ClaimsLoading(cluster, hash, codes, FactMarks.Of(hash, medicines, codes), progress);
                var load = Task.Run(() => loading.RunAsync([.. parsed.GetValue(paths)!], parsed.GetValue(threads), parsed.GetValue(part), cancellation), cancellation);
                return Tell(parsed, await new ScanScreen(progress, Language.En, TimeProvider.System).ShowAsync(load));
            }));
        return new Command("claims", "Claims in a cluster, for scans past one machine.") { load };
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Stopped. What was committed is there; the same command loads the rest.");
        }
        catch (Exception fault) when (fault is ScanFaultException or ClaimFileException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
        }

        return Failure;
    }

    private static int Tell(ParseResult parsed, LoadResult result)
    {
        foreach (var (file, fault) in result.Unopened)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"{file}: {fault.Message}");
        }

        parsed.InvocationConfiguration.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"claims loaded {result.Read.Sum(text => text.Claims):N0}, refused {result.Read.Sum(text => text.RefusedClaims):N0}, files refused {result.RefusedFiles:N0}; texts that were there already {result.Known:N0}"));
        return result.IsWhole ? AllLoaded : SomeRefused;
    }
}
