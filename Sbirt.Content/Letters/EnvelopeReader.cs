using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Letters;

/// <summary>Reads an envelope and sees to it that an address fits into its window.</summary>
internal static class EnvelopeReader
{
    /// <summary>Room for five lines of 16 characters in 11 pt.</summary>
    private const double LeastWidth = 62;
    private const double LeastHeight = 24;

    // The margin of the page, in which nothing is printed.
    private const double LeastLeft = 15;
    private const double LeastTop = 12;

    // Below the window there must be a page left to write on, beside it room for the sender.
    private const double MostRight = 115;
    private const double MostBottom = 70;

    /// <summary>長形3号, as shipped.</summary>
    public static Envelope Naga3()
    {
        var file = ContentFile.Embedded("Letters").Single(file => file.Path == "Letters/envelopes.yaml");
        var reader = new ContentReader(file);
        var shape = reader.Read<EnvelopesShape>()?.Envelopes.GetValueOrDefault("naga-3");
        var envelope = shape is null ? null : Read(reader, shape);
        return envelope is not null && reader.Faults.Count == 0 ? envelope : throw new ContentFaultException(reader.Faults);
    }

    public static Envelope? Read(ContentReader reader, EnvelopeShape shape)
    {
        if (shape.Window is not { } window)
        {
            reader.Fault(shape.Line, "`window` is missing.", "Measure the window and write `window: { left: 20, top: 12, width: 90, height: 45 }` in millimetres.");
            return null;
        }

        double Need(string? word, int line, string key) => (double)reader.NeedNumber(word, line, key);
        var envelope = new Envelope(
            Need(shape.Width, shape.Line, "width"),
            Need(shape.Height, shape.Line, "height"),
            Need(shape.Fold, shape.Line, "fold"),
            new Box(Need(window.Left, window.Line, "left"), Need(window.Top, window.Line, "top"), Need(window.Width, window.Line, "width"), Need(window.Height, window.Line, "height")));
        var seen = envelope.Seen;
        if (seen.Width < LeastWidth || seen.Height < LeastHeight)
        {
            reader.Fault(window.Line, $"Wherever the sheet lies, this window surely shows only {seen.Width:0} × {seen.Height:0} mm of it, too little for an address.", $"Use an envelope that leaves {LeastWidth:0} × {LeastHeight:0} mm, or one that fits the sheet more closely.");
        }

        if (seen.Left < LeastLeft || seen.Top < LeastTop)
        {
            reader.Fault(window.Line, "The window begins where no printer prints.", $"It must begin at least {LeastLeft:0} mm from the left and {LeastTop:0} mm from the top.");
        }

        if (envelope.MaySee.Right > MostRight || envelope.MaySee.Bottom > MostBottom)
        {
            reader.Fault(window.Line, "The window may show parts of the letter that are not the address.", $"The window must end within {MostRight:0} mm from the left and {MostBottom:0} mm from the top.");
        }

        return envelope;
    }
}
