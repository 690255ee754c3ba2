namespace Sbirt.Content.Letters;

/// <summary>
/// An envelope with a window, and what follows for the sheet in it. The sheet is smaller than the envelope and moves: what
/// stands in <see cref="Seen"/> is seen wherever it lies, and what stands outside of <see cref="MaySee"/> is never seen.
/// </summary>
/// <param name="Width">Millimetres, the long side down.</param>
/// <param name="Fold">Height of the folded sheet.</param>
public sealed record Envelope(double Width, double Height, double Fold, Box Window)
{
    /// <summary>A4.</summary>
    private const double SheetWidth = 210;

    private double Across => Math.Max(0, Width - SheetWidth);

    private double Down => Math.Max(0, Height - Fold);

    /// <summary>The part of the sheet that the window shows in every position.</summary>
    public Box Seen => new(Window.Left, Window.Top, Window.Width - Across, Window.Height - Down);

    /// <summary>The part of the sheet that the window shows in some position.</summary>
    public Box MaySee => new(0, 0, Window.Left + Window.Width, Window.Top + Window.Height);
}

/// <summary>A rectangle on paper, in millimetres from the left and the top.</summary>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}
