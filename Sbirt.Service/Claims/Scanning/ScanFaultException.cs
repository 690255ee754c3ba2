using Sbirt.Content.Languages;

namespace Sbirt.Service.Claims.Scanning;

/// <summary>A scan cannot be done as it was asked for; what is said tells what to do.</summary>
internal sealed class ScanFaultException(Localized said) : Exception(said.En)
{
    // errno of Linux and macOS, and the code of Windows, in the low half of the result.
    private const int NoSpace = 28;
    private const int NoSpaceOfWindows = 0x70;

    public ScanFaultException(string message)
        : this(new Localized(message, message))
    {
    }

    public Localized Said => said;

    /// <summary>The disk is full, read-only or broken: nothing was written, and what was read is kept where that is possible.</summary>
    public static ScanFaultException NotWritten(Exception fault, ScanOptions options) => new((fault.HResult & 0xFFFF) is NoSpace or NoSpaceOfWindows
        ? new Localized(
            $"ディスクがいっぱいです({options.Out})。結果は書いていません。読み終えた分は残っています。空きを作り、--resume を付けて続けられます。",
            $"The disk is full ({options.Out}). No result was written; what was read so far is kept. Make space and scan again with --resume.")
        : new Localized(
            $"{options.Out} に書けないため、結果は書いていません({fault.Message})。フォルダーに書けるか確かめるか、--out で別のフォルダーを指定してください。読み終えた分があれば --resume で続けられます。",
            $"No result was written to {options.Out} ({fault.Message}). Check that the folder can be written, or give another with --out; --resume goes on from what was read."));
}
