using System.Collections.Immutable;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Instruments;

/// <summary>
/// A Questionnaire published by somebody else that asks this instrument under other linkIds, with what is
/// known to differ in it.
/// </summary>
/// <param name="Url">Its canonical URL.</param>
/// <param name="LinkIds">Their linkId to ours.</param>
/// <param name="Scores">Their linkId of a stated total to our scale.</param>
public sealed record ForeignForm(
    string Url,
    ImmutableDictionary<string, string> LinkIds,
    ImmutableArray<Caution> Cautions,
    ImmutableDictionary<string, string> Scores);

/// <summary>A known difference of a foreign form, reported with every result of it.</summary>
/// <param name="Code">Reason code, e.g. <c>item-wording-differs</c>.</param>
public sealed record Caution(string Code, string? LinkId, Localized Text);
