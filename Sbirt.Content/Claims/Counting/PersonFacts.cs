namespace Sbirt.Content.Claims.Counting;

/// <summary>A person's facts in one order, and without those that a signal leaves out.</summary>
internal sealed class PersonFacts
{
    private PersonFacts(ClaimFact[] claims, DispensingFact[] dispensings, DiseaseFact[] diseases)
    {
        Claims = claims;
        Dispensings = dispensings;
        Diseases = diseases;
    }

    public ClaimFact[] Claims { get; }

    public DispensingFact[] Dispensings { get; }

    public DiseaseFact[] Diseases { get; }

    public static PersonFacts Of(PersonHistory person)
    {
        var (claims, dispensings, diseases) = (person.Claims.ToArray(), person.Dispensings.ToArray(), person.Diseases.ToArray());
        Array.Sort(claims, FactOrder.Compare);
        Array.Sort(dispensings, FactOrder.Compare);
        Array.Sort(diseases, FactOrder.Compare);
        return new PersonFacts(claims, dispensings, diseases);
    }

    /// <summary>The same facts when none is left out.</summary>
    public PersonFacts Without(LeavingOut leaving)
    {
        var marked = leaving.MarkedClaims(this);
        var claims = Array.FindAll(Claims, claim => leaving.ReasonOf(claim) is null);
        var dispensings = Array.FindAll(Dispensings, dispensing => leaving.ReasonOf(dispensing) is null);
        var diseases = Array.FindAll(Diseases, disease => leaving.ReasonOf(disease, marked) is null);
        return claims.Length == Claims.Length && dispensings.Length == Dispensings.Length && diseases.Length == Diseases.Length
            ? this
            : new PersonFacts(claims, dispensings, diseases);
    }
}
