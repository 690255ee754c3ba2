namespace Sbirt.Content.Referrals;

/// <summary>
/// One thing a hand-over asks for, such as medical care or people who have been through the same. Each is answered
/// by the best place, or by the kind of place when the directory has none.
/// </summary>
internal sealed record Ask(string Name, Func<ResourceType, bool> Wants)
{
    /// <summary>What a need asks for, most pressing first.</summary>
    public static IEnumerable<Ask> Of(Question question)
    {
        var family = question.Need.For == Audience.Family;
        if (question.PressesOnBody)
        {
            yield return family
                ? new Ask("safety", type => type.Kind is PlaceKind.Medical or PlaceKind.PublicConsultation)
                : new Ask("safety", type => type.Kind == PlaceKind.Medical);
        }
        else if (question.Need.Serious && !family)
        {
            yield return new Ask("specialist-care", type => type.GivesSpecialistCare);
        }

        foreach (var urgency in question.PracticalUrgencies)
        {
            yield return new Ask(urgency.ToString(), type => type.Urgencies.Contains(urgency));
        }

        yield return family
            ? new Ask("family", type => type.Kind is PlaceKind.FamilyGroup or PlaceKind.PeerGroup)
            : new Ask("peers", type => type.Kind == PlaceKind.PeerGroup || (question.Need.Serious && type.Kind == PlaceKind.Recovery));
        yield return new Ask("consultation", type => type.Kind == PlaceKind.PublicConsultation);
        yield return new Ask("care", type => type.Kind == PlaceKind.Medical);
    }
}
