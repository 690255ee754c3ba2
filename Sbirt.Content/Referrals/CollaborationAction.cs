using System.Collections.Immutable;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>
/// Something a partner can be asked for in a hand-over, as a survey of the 59 mental health and welfare centres
/// that answered found it done.
/// </summary>
/// <param name="EvidenceN">Centres that reported it; null: named without a number.</param>
public sealed record CollaborationAction(
    string Category,
    Localized CategoryName,
    Localized Label,
    int? EvidenceN,
    CollaborationDirection Direction);

/// <summary>Which way an action goes between the partner and the centre.</summary>
public enum CollaborationDirection
{
    ToCentre,
    FromCentre,
    Both,

    /// <summary>The source does not say.</summary>
    Unstated,
}

/// <summary>One kind of partner and what can be asked of it.</summary>
/// <param name="Type">Code of the resource type; null where the source names a partner outside the list.</param>
public sealed record CollaborationPartner(
    string? Type,
    Localized Name,
    ImmutableArray<CollaborationAction> Actions);

/// <summary>With whom the centres said the work together goes well: <paramref name="N"/> of the asked.</summary>
public sealed record GoodCollaboration(string? Type, Localized Name, int N);

/// <summary>The "what to ask for" menu of a hand-over form, and the survey numbers behind it.</summary>
/// <param name="Asked">Centres that answered the survey.</param>
public sealed record CollaborationMenu(
    int Asked,
    ImmutableArray<GoodCollaboration> GoodWith,
    ImmutableArray<CollaborationPartner> Partners,
    ImmutableArray<Source> Sources)
{
    /// <summary>What can be asked of places of a type; empty when the survey names nothing.</summary>
    public ImmutableArray<CollaborationAction> For(string type) =>
        [.. Partners.Where(partner => partner.Type == type).SelectMany(partner => partner.Actions)];
}
