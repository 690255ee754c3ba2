using System.Text;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>
/// Writes made-up but lawful claim files, of any size in the same memory. Everything goes into a folder beside the wanted one
/// first, which takes its name when all is there: a run that fails or is stopped leaves nothing behind.
/// </summary>
internal static class ClaimSynthesis
{
    /// <summary>Throws <see cref="IOException"/> when the folder holds something already or the disk is full.</summary>
    public static SynthesisReport Write(SynthesisOrder order, CancellationToken cancellation)
    {
        var wanted = Path.TrimEndingDirectorySeparator(Path.GetFullPath(order.Folder));
        if (File.Exists(wanted) || (Directory.Exists(wanted) && Directory.EnumerateFileSystemEntries(wanted).Any()))
        {
            throw new IOException($"{order.Folder} is not empty: made-up claims are written into a folder of their own.");
        }

        var unfinished = wanted + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            throw new IOException($"{unfinished} is in the way: another run is writing, or was cut off. It can be removed when none is.");
        }

        try
        {
            Directory.CreateDirectory(unfinished);
            var report = WriteInto(unfinished, order, cancellation);
            if (Directory.Exists(wanted))
            {
                Directory.Delete(wanted);
            }

            Directory.Move(unfinished, wanted);
            return report;
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private static SynthesisReport WriteInto(string folder, SynthesisOrder order, CancellationToken cancellation)
    {
        var population = new Population(order);
        var report = order.Form == SynthesisForm.Payer ? WriteForPayer(folder, order, population, cancellation) : WriteForProviders(folder, order, population, cancellation);
        File.WriteAllText(Path.Combine(folder, "planted.csv"), PlantedList.Text(order, population), new UTF8Encoding(false));
        File.WriteAllText(Path.Combine(folder, "README.txt"), SynthesisNotice.Text(order), new UTF8Encoding(false));
        return report;
    }

    // Districts share no file, so each is written by whoever is free.
    private static SynthesisReport WriteForProviders(string folder, SynthesisOrder order, Population population, CancellationToken cancellation)
    {
        long claims = 0;
        long bytes = 0;
        try
        {
            Parallel.For(
                0,
                order.Districts,
                new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
                () => (Output: new ProviderOutput(folder), Claims: 0L),
                (district, _, so) =>
                {
                    var work = new DistrictWork(order, population, so.Output);
                    work.Write(district, cancellation);
                    return (so.Output, so.Claims + work.Claims);
                },
                so =>
                {
                    Interlocked.Add(ref claims, so.Claims);
                    Interlocked.Add(ref bytes, so.Output.Bytes);
                    so.Output.Dispose();
                });
        }
        catch (AggregateException faults)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return new SynthesisReport(order.Members, population.Planted.Length, claims, bytes);
    }

    // All districts share the files of a month, so they follow one another.
    private static SynthesisReport WriteForPayer(string folder, SynthesisOrder order, Population population, CancellationToken cancellation)
    {
        using var output = new PayerOutput(folder);
        var work = new DistrictWork(order, population, output);
        for (var district = 0; district < order.Districts; district++)
        {
            work.Write(district, cancellation);
        }

        return new SynthesisReport(order.Members, population.Planted.Length, work.Claims, output.Bytes);
    }
}

/// <summary>What was written.</summary>
internal readonly record struct SynthesisReport(int Members, int Planted, long Claims, long Bytes);
