using System.Text;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>Texts that differ only in width, case, surrounding space or the shape of a dash compare equal.</summary>
internal static class FoldedText
{
    /// <summary>No option text is longer; longer input is not looked at.</summary>
    private const int MostCharacters = 1000;

    /// <summary>The folded text, or null when it is empty, too long, or no well-formed Unicode.</summary>
    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostCharacters || HasLoneSurrogate(text))
        {
            return null;
        }

        var folded = text.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        return string.Create(folded.Length, folded, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch
                {
                    '\u301C' => '~',
                    >= '\u2010' and <= '\u2015' or '\u2212' => '-',
                    var other => other,
                };
            }
        });
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
