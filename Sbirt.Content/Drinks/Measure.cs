using Sbirt.Content.Languages;

namespace Sbirt.Content.Drinks;

/// <summary>Something people count in (合, a can, a glass), and the pure alcohol in it.</summary>
/// <param name="Id">e.g. <c>go</c>, <c>can</c>.</param>
public sealed record Measure(string Id, Localized Title, Grams Grams, string Source, DateOnly Date);
