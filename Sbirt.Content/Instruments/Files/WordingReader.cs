using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Instruments.Files;

/// <summary>
/// Reads item and option texts and holds them against the licence: a language that is not shipped has no
/// text, every other language has one.
/// </summary>
internal sealed class WordingReader(ContentReader reader, WordingStatus ja, WordingStatus en)
{
    public Wording ReadItem(LocalizedText? text, int line) => Read(text, text?.Line ?? line, plain: false);

    /// <param name="plain">True for a bare yes or no, whose words nobody holds.</param>
    public Wording ReadOption(LocalizedText? text, int line, bool plain) => Read(text, text?.Line ?? line, plain);

    private Wording Read(LocalizedText? text, int line, bool plain) =>
        new(One(text?.Ja, ja, "ja", line, plain), One(text?.En, en, "en", line, plain));

    private string? One(string? words, WordingStatus status, string language, int line, bool plain)
    {
        var absent = string.IsNullOrWhiteSpace(words);
        if (absent && status != WordingStatus.NotShipped)
        {
            reader.Fault(line, $"The text lacks `{language}:`, though the licence says it is shipped.", $"Write the text in `{language}`, or say `wording: {{ {language}: notShipped }}`.");
        }

        if (!absent && status == WordingStatus.NotShipped && !plain)
        {
            reader.Fault(line, $"The text in `{language}` stands here, though the licence says it is not shipped.", $"Take the text out, or say `wording: {{ {language}: published }}` if the terms allow it.");
        }

        return absent ? null : words!.Trim();
    }
}
