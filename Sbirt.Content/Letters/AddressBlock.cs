using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sbirt.Content.Letters;

/// <summary>
/// The lines of an address as they stand in the window: broken where they must be and in the largest letters that fit, so
/// that nothing of them is hidden by the envelope.
/// </summary>
/// <param name="Points">Height of the letters.</param>
/// <param name="Sender">Lines above, in small letters, for what cannot be delivered.</param>
internal sealed record AddressBlock(ImmutableArray<string> Lines, double Points, ImmutableArray<string> Sender)
{
    private const double MillimetresOfPoint = 25.4 / 72;
    private const double LineHeight = 1.25;

    /// <summary>Height of the sender's letters.</summary>
    public const double SmallPoints = 7;

    // Large letters first; a little smaller and unbroken is read more easily than larger and broken.
    private static readonly (double Points, bool MayBreak)[] Sizes =
        [(12, false), (11, false), (10, false), (9, false), (12, true), (11, true), (10, true), (9, true), (8, true), (7, true)];

    /// <summary>Null when not even small letters let it fit.</summary>
    /// <param name="name">As it is addressed, e.g. with 様.</param>
    /// <param name="sender">A line above, for what cannot be delivered; null: nothing of the sender is to be seen.</param>
    public static AddressBlock? Of(Box seen, string name, Addressee addressee, string? sender)
    {
        ImmutableArray<string> above = sender is null ? [] : [.. Broken(sender, Columns(seen, SmallPoints))];
        var height = seen.Height - Height(above, SmallPoints);
        var postal = addressee.Postal.Length > 0 ? $"〒{addressee.Postal}" : "";
        foreach (var (points, mayBreak) in Sizes)
        {
            // Where lines are broken anyway, the postal code needs none of its own.
            string[] begin = mayBreak ? [$"{postal} {addressee.Address1}".Trim()] : [postal, addressee.Address1];
            string[] written = [.. begin.Concat([addressee.Address2, name]).Where(line => line.Length > 0)];
            ImmutableArray<string> lines = [.. written.SelectMany(line => Broken(line, Columns(seen, points)))];
            if ((mayBreak || lines.Length == written.Length) && Height(lines, points) <= height)
            {
                return new AddressBlock(lines, points, above);
            }
        }

        return null;
    }

    private static double Columns(Box seen, double points) => seen.Width / (points * MillimetresOfPoint);

    private static double Height(ImmutableArray<string> lines, double points) => lines.Length * points * LineHeight * MillimetresOfPoint;

    /// <summary>Lines of at most so many full-width characters, broken at blanks where there are some.</summary>
    private static IEnumerable<string> Broken(string text, double columns)
    {
        var left = text.Trim();
        while (WidthOf(left) > columns)
        {
            var fits = 1;
            while (fits < left.Length && WidthOf(left[..(fits + 1)]) <= columns)
            {
                fits++;
            }

            fits = char.IsHighSurrogate(left[fits - 1]) ? Math.Max(2, fits - 1) : fits;
            var blank = left.LastIndexOfAny([' ', '　'], fits);
            var at = blank > fits / 2 ? blank : fits;
            yield return left[..at].TrimEnd();
            left = left[at..].TrimStart();
        }

        yield return left;
    }

    // In full-width characters, and never less than a face needs: what is too wide would be hidden by the envelope.
    private static double WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static double WidthOf(Rune rune)
    {
        const double Capital = 0.8;
        const double Narrow = 0.62;
        return rune.Value switch
        {
            'M' or 'W' or 'm' or 'w' or '@' or '%' or '&' => 1,
            >= 'A' and <= 'Z' => Capital,
            < 0x300 or (>= 0xFF61 and <= 0xFF9F) => Narrow,
            _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? 0 : 1,
        };
    }
}
