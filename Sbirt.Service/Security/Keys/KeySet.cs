using System.Collections.Frozen;

namespace Sbirt.Service.Security.Keys;

/// <summary>How well a key set can be used.</summary>
internal enum KeyState
{
    /// <summary>Read, or not asked for yet.</summary>
    Good,

    /// <summary>The last reading failed; what was read before is in use.</summary>
    Old,

    /// <summary>Nothing is there to be used.</summary>
    Missing,
}

/// <summary>
/// The keys at one place. A key that is not known is looked for once more inside the same call, but the place is asked
/// at most every 30 seconds, whoever asks; a failed reading never throws away good keys before they are too old.
/// </summary>
internal sealed class KeySet(IKeySource source, TimeProvider clock, TimeSpan mostAge, Action<KeyFailure?> tell)
{
    /// <summary>Shortest time between two readings.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Age after which keys are read again while those in hand go on being used.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private volatile Reading? good;
    private volatile bool isFailing;
    private long? lastTry;
    private Task reading = Task.CompletedTask;

    public KeyState State => !isFailing ? KeyState.Good : Usable is null ? KeyState.Missing : KeyState.Old;

    private Reading? Usable => good is { } last && clock.GetElapsedTime(last.At) <= mostAge ? last : null;

    /// <summary>The key of an id; null when the place does not have it, or cannot be asked now.</summary>
    public async Task<TrustedKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (Usable is { } known && known.Keys.TryGetValue(id, out var key))
        {
            if (clock.GetElapsedTime(known.At) > FreshFor)
            {
                _ = ReadAgainAsync();
            }

            return key;
        }

        await ReadAgainAsync().WaitAsync(cancellation);
        return Usable?.Keys.GetValueOrDefault(id);
    }

    /// <summary>The reading that is under way, or a new one unless the last was a moment ago; it never throws.</summary>
    public Task ReadAgainAsync()
    {
        lock (gate)
        {
            if (reading.IsCompleted && (lastTry is not { } last || clock.GetElapsedTime(last) >= Pause))
            {
                lastTry = clock.GetTimestamp();
                reading = ReadAsync();
            }

            return reading;
        }
    }

    /// <summary>Reads the keys before a call asks for them. The pause does not count from it: a call that lacks a key may read at once.</summary>
    public async Task ReadAheadAsync()
    {
        await ReadAgainAsync();
        lock (gate)
        {
            lastTry = null;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var keys = await source.ReadAsync();
            good = new(keys, clock.GetTimestamp());
            isFailing = false;
            tell(null);
        }
        catch (KeysUnreadableException failure)
        {
            isFailing = true;
            tell(failure.Failure);
        }
    }

    private sealed record Reading(FrozenDictionary<string, TrustedKey> Keys, long At);
}
