using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Interventions;

/// <summary>The limits that part "not ready", "unsure" and "ready" on the two rulers (0–10), from data.</summary>
/// <param name="UnsureFrom">Lowest number that is no longer "not ready".</param>
/// <param name="ReadyFrom">Lowest number that is "ready".</param>
public sealed record ReadinessRule(int UnsureFrom, int ReadyFrom)
{
    /// <summary>
    /// Importance leads: a person to whom it matters, but who doubts to manage it, is unsure and not unready.
    /// With only one of the two rulers asked, that one decides.
    /// </summary>
    public ReadinessBand Of(Readiness? readiness)
    {
        var leading = readiness?.Importance ?? readiness?.Confidence;
        return leading switch
        {
            null => ReadinessBand.NotAsked,
            var number when number < UnsureFrom => ReadinessBand.NotReady,
            var number when number < ReadyFrom => ReadinessBand.Unsure,
            _ => readiness!.Confidence is { } confidence && confidence < ReadyFrom
                ? ReadinessBand.Unsure
                : ReadinessBand.Ready,
        };
    }

    internal static ReadinessRule? Read(ContentFile file, ICollection<ContentFault> faults)
    {
        var reader = new ContentReader(file);
        var shape = reader.Read<Shape>();
        if (shape is not null
            && (shape.UnsureFrom is < 1 or > 9 || shape.ReadyFrom <= shape.UnsureFrom || shape.ReadyFrom > 10))
        {
            reader.Fault(
                shape.Line,
                "The limits of the readiness bands are not in order.",
                "Write 0 < unsureFrom < readyFrom, at most 10.");
        }

        reader.Faults.ToList().ForEach(faults.Add);
        return shape is null || reader.Faults.Count > 0 ? null : new(shape.UnsureFrom, shape.ReadyFrom);
    }

    private sealed class Shape : Located
    {
        public int UnsureFrom { get; set; }

        public int ReadyFrom { get; set; }

        public string? Certainty { get; set; }

        public string? Source { get; set; }
    }
}
