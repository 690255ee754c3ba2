using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Letters;

/// <summary>What only the payer knows and nobody may make up: who writes, whom to ask, how to be left alone (<c>letters.yaml</c>).</summary>
/// <param name="ReplyUrl">The payer's page for answers and opting out.</param>
/// <param name="Places">Two places to talk.</param>
/// <param name="Message">The payer's own words; null: none.</param>
/// <param name="ShowsMedicines">Medicines are named, after a medical review that is recorded in the file.</param>
public sealed record LetterSettings(
    LetterSender Sender,
    Uri ReplyUrl,
    ImmutableArray<LetterPlace> Places,
    Localized? Message,
    bool ShowsMedicines,
    Envelope Envelope);

/// <summary>Who writes.</summary>
public sealed record LetterSender(Localized Name, string Postal, Localized Address, string Telephone, Localized Hours);

/// <summary>Where a person can talk.</summary>
public sealed record LetterPlace(Localized Name, Localized About, string Telephone, Localized Hours);
