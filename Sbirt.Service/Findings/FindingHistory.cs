using Sbirt.FhirAdapter.Json;

namespace Sbirt.Service.Findings;

/// <summary>
/// Every decision about findings, in the order they were made, in one file of the data folder that is only ever added to.
/// A decision counts when it is on the disk: of a line that a stop cut in two nobody was told that it was kept.
/// </summary>
internal sealed class FindingHistory
{
    private readonly string path;
    private readonly Dictionary<string, List<FindingDecision>> byPerson = new(StringComparer.Ordinal);

    private FindingHistory(string path) => this.path = path;

    public IEnumerable<FindingDecision> Of(string person) => byPerson.GetValueOrDefault(person) ?? [];

    /// <exception cref="FindingFaultException">A line in the middle is no decision.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FindingHistory Open(string dataFolder)
    {
        var history = new FindingHistory(Path.Combine(dataFolder, "findings", "history.ndjson"));
        if (!File.Exists(history.path))
        {
            return history;
        }

        var bytes = File.ReadAllBytes(history.path).AsSpan();
        for (var line = 1; bytes.IndexOf((byte)'\n') is >= 0 and var end; line++)
        {
            history.Take(DecisionLine.Read(bytes[..end]) ?? throw new FindingFaultException(
                $"{history.path}:{line}: the line is no decision about a finding. The file is only ever added to: put back what stood there, from your backup."));
            bytes = bytes[(end + 1)..];
        }

        return history;
    }

    public FindingStanding StandingOf(string person, int month, string signal)
    {
        FindingDecision? withdrawn = null;
        List<FindingDecision>? annotations = null;
        foreach (var decision in Of(person).Where(decision => decision.IsAbout(person, month, signal)))
        {
            switch (decision.Act)
            {
                case FindingAct.Withdraw:
                    withdrawn = decision;
                    break;
                case FindingAct.Restore:
                    withdrawn = null;
                    break;
                case FindingAct.Annotate:
                    (annotations ??= []).Add(decision);
                    break;
            }
        }

        return withdrawn is null && annotations is null ? FindingStanding.Untouched : new FindingStanding(withdrawn, annotations ?? []);
    }

    /// <summary>Why a person gets no letter on a day; null: nothing was decided, or it was undone or has ended.</summary>
    public FindingDecision? NoLetter(string person, DateOnly day)
    {
        var standing = new List<FindingDecision>();
        foreach (var decision in Of(person))
        {
            // What was said of one finding alone lets no letter out.
            if (decision is { Act: FindingAct.Restore, Month: null, Signal: null })
            {
                standing.Clear();
            }
            else if (decision.Act == FindingAct.NoLetter)
            {
                standing.Add(decision);
            }
        }

        return standing.LastOrDefault(decision => decision.Until is null || decision.Until >= day);
    }

    /// <summary>Adds decisions at the end and sees them onto the disk, all of them before it returns.</summary>
    public void Add(IReadOnlyCollection<FindingDecision> decisions)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(path, options))
        {
            CutTornLine(stream);
            foreach (var decision in decisions)
            {
                stream.Write(FhirJson.Write(json => DecisionLine.Write(json, decision)));
                stream.WriteByte((byte)'\n');
            }

            stream.Flush(flushToDisk: true);
        }

        foreach (var decision in decisions)
        {
            Take(decision);
        }
    }

    private void Take(FindingDecision decision)
    {
        if (!byPerson.TryGetValue(decision.Person, out var own))
        {
            byPerson[decision.Person] = own = [];
        }

        own.Add(decision);
    }

    private static void CutTornLine(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n')
            {
                break;
            }

            stream.SetLength(end - 1);
        }

        stream.Position = stream.Length;
    }
}

/// <summary>Something about findings cannot be done as it was asked for; the message says what to do.</summary>
internal sealed class FindingFaultException(string message) : Exception(message);
