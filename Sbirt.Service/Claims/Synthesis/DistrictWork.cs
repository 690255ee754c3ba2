namespace Sbirt.Service.Claims.Synthesis;

/// <summary>Writes all claims of a district, billing month by billing month, with what comes late or again.</summary>
internal sealed class DistrictWork(SynthesisOrder order, Population population, IClaimOutput output)
{
    /// <summary>Claims are billed so many months after they are usually, at most.</summary>
    private const int MostLate = 2;

    // The month after the month of care is the usual one.
    private const int UsuallyAfter = 1;

    private readonly List<Later> later = [];

    /// <summary>Claims written.</summary>
    public long Claims { get; private set; }

    /// <param name="Claim">Which claim of the person's month.</param>
    /// <param name="Due">Months after the first usual billing month.</param>
    private readonly record struct Later(Person Person, int Month, int Claim, int Due, bool IsAgain);

    public void Write(int number, CancellationToken cancellation)
    {
        var district = new District(number);
        var drafts = new ClaimDrafts(district);
        var life = new EverydayLife(order, drafts);
        later.Clear();
        for (var month = 0; month < order.Months + MostLate; month++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (month < order.Months)
            {
                WriteMonth(district, drafts, life, month);
            }

            foreach (var one in later.Where(one => one.Due == month))
            {
                Draft(one.Person, one.Month, drafts, life);
                Write(district, drafts[one.Claim], one.Person, month, one.IsAgain);
            }

            later.RemoveAll(one => one.Due == month);
            output.CloseMonth();
        }
    }

    private void WriteMonth(District district, ClaimDrafts drafts, EverydayLife life, int month)
    {
        foreach (var person in population.Of(district.Number))
        {
            Draft(person, month, drafts, life);
            for (var claim = 0; claim < drafts.Count; claim++)
            {
                var draft = drafts[claim];
                if (draft.Late > 0)
                {
                    later.Add(new Later(person, month, claim, month + draft.Late, IsAgain: false));
                    continue;
                }

                Write(district, draft, person, month, isAgain: false);
                if (draft.IsBilledAgain)
                {
                    later.Add(new Later(person, month, claim, month + 1, IsAgain: true));
                }
            }
        }
    }

    private void Draft(in Person person, int month, ClaimDrafts drafts, EverydayLife life)
    {
        drafts.Clear();
        if (person.Planted >= 0)
        {
            population.Stories[person.Planted].Live(new PlantedMonth(drafts, order.CareMonth(month), order.Months - 1 - month));
            return;
        }

        life.Draft(person, month);
    }

    private void Write(District district, ClaimDraft draft, in Person person, int month, bool isAgain)
    {
        var number = output.Begin(district, draft, person.Payer, order.CareMonth(month + UsuallyAfter));
        var bill = new Bill(district, district[draft.Institution], person, draft, number, isAgain);
        var points = draft.Work switch
        {
            ClaimWork.Dispensing => new DispensingClaims(output.Records).Write(bill),
            ClaimWork.Dental => new DentalClaims(output.Records).Write(bill),
            _ => new MedicalClaims(output.Records).Write(bill),
        };
        output.Take(person.Payer, points);
        Claims++;
    }
}
