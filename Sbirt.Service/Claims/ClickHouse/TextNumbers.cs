using System.Collections.Frozen;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>From the number a text was loaded under to its number in the scan. Each reader has one.</summary>
/// <param name="loads">The load of each block.</param>
/// <param name="numbers">By load and number in it.</param>
internal sealed class TextNumbers(FrozenDictionary<ulong, ulong> loads, FrozenDictionary<(ulong Load, int Number), int> numbers)
{
    private ulong block;
    private ulong load;
    private (int Loaded, int Number) last = (-1, -1);

    /// <summary>True while the block counts.</summary>
    public bool IsKnown { get; private set; }

    public void Enter(ulong next)
    {
        if (next != block || !IsKnown)
        {
            IsKnown = loads.TryGetValue(next, out load);
            (block, last) = (next, (-1, -1));
        }
    }

    /// <exception cref="ScanFaultException">A row counts and its text does not.</exception>
    public int this[int loaded]
    {
        get
        {
            if (!IsKnown || loaded == last.Loaded)
            {
                return last.Number;
            }

            last = numbers.TryGetValue((load, loaded), out var number)
                ? (loaded, number)
                : throw new ScanFaultException("A row names a file that was not loaded, so the tables were changed by somebody else. Load the claims into a new database.");
            return number;
        }
    }
}
