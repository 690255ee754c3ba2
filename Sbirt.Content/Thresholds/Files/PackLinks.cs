using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Thresholds.Files;

/// <summary>Checks the packs that packs inherit from and are shown beside.</summary>
internal static class PackLinks
{
    /// <param name="named">Ids of all files, faulty ones included: a faulty pack is not also called missing.</param>
    public static void Check(
        IReadOnlyDictionary<string, ReadPack> packs,
        IReadOnlySet<string> named,
        List<ContentFault> faults)
    {
        foreach (var read in packs.Values)
        {
            var pack = read.Pack;
            foreach (var (key, id) in pack.Inherits.Select(id => ("inherits", id)).Concat(pack.Beside.Select(id => ("beside", id))))
            {
                if (!packs.ContainsKey(id))
                {
                    faults.Add(new ContentFault(
                        read.File.Path,
                        read.LineOf(key),
                        named.Contains(id) ? $"`{key}` names \"{id}\", which could not be read." : $"`{key}` names \"{id}\", which is not a pack.",
                        "Use the id of a sound file under Thresholds/."));
                }
            }

            if (InheritsItself(pack, packs))
            {
                faults.Add(new ContentFault(read.File.Path, read.LineOf("inherits"), $"The pack \"{pack.Id}\" inherits from itself, directly or in a circle.", "Take one of the `inherits` out."));
            }
        }
    }

    private static bool InheritsItself(ThresholdPack pack, IReadOnlyDictionary<string, ReadPack> packs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(pack.Inherits);
        while (open.TryDequeue(out var id))
        {
            if (id == pack.Id)
            {
                return true;
            }

            if (seen.Add(id) && packs.TryGetValue(id, out var next))
            {
                foreach (var further in next.Pack.Inherits)
                {
                    open.Enqueue(further);
                }
            }
        }

        return false;
    }
}
