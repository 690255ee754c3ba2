using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>A reason why a hand-over did not work out, to tick, so that the next one is learned from.</summary>
public sealed record Barrier(string Code, Localized Text);
