using Sbirt.Content.Languages;

namespace Sbirt.Service.Letters;

/// <summary>What letters are written, of what and how.</summary>
/// <param name="Scan">The folder a scan wrote.</param>
/// <param name="Settings">The payer's letters.yaml.</param>
/// <param name="DataFolder">Where the history of findings lies.</param>
/// <param name="Language">For persons of whom no language is told.</param>
/// <param name="InBoth">Every letter in both languages.</param>
internal sealed record LettersOptions(string Scan, string Settings, string Out, string DataFolder, DateOnly Written, Language Language, bool InBoth)
{
    public string? Names { get; init; }

    public string? Suppress { get; init; }

    public string? ConsentList { get; init; }

    public WaitingShare? Waiting { get; init; }

    /// <summary>Nothing of the sender is to be seen through the window.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Name or path of Chromium; null: it is looked for.</summary>
    public string? Chromium { get; init; }

    /// <summary>False: HTML alone is asked for.</summary>
    public bool Prints { get; init; } = true;
}
