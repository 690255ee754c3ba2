namespace Sbirt.Service.Claims.Synthesis;

/// <summary>The records that claims of every kind share: RE, HO or KO, SN; and what is on a bill beside its records.</summary>
internal static class ClaimHead
{
    /// <summary>負担区分: 1 insurer alone, 2 insurer and one public payer, 5 one public payer alone.</summary>
    public static int Bearer(Payer payer) => payer switch
    {
        Payer.PublicAssistance => 5,
        Payer.AssociationAndPsychiatricCare => 2,
        _ => 1,
    };

    /// <summary>How many the claim counts for in 総件数: each payer counts.</summary>
    public static int Payers(Payer payer) => payer == Payer.AssociationAndPsychiatricCare ? 2 : 1;

    /// <summary>レセプト種別: table, kind of payer, number of payers, and who the insured is (odd: in hospital).</summary>
    public static int TypeOf(int table, Person person, int month, bool isStay)
    {
        var age = person.AgeIn(month);
        var (kind, who) = person.Payer == Payer.PublicAssistance ? (2, 2)
            : (1, age < 6 ? 4 : age >= 70 ? 8 : person.Branch > 0 ? 6 : 2);
        return (((((table * 10) + kind) * 10) + Payers(person.Payer)) * 10) + who - (isStay ? 1 : 0);
    }

    public static void WritePayers(RecordBytes to, Institution by, Person person, int count, int points, bool isDispensing)
    {
        WriteInsurer(to, by, person, count, points, isDispensing);
        WritePublicPayer(to, person, count, points, isDispensing);
        if (by.TellsBranch && person.Payer != Payer.PublicAssistance)
        {
            to.Begin("SN"u8);
            to.Field(1).Field("01"u8).Empty(3).Field(person.Branch, 2).Empty(2).End();
        }
    }

    private static void WriteInsurer(RecordBytes to, Institution by, Person person, int count, int points, bool isDispensing)
    {
        if (person.Payer == Payer.PublicAssistance)
        {
            return;
        }

        to.Begin("HO"u8);
        to.Field(person.Payer switch
        {
            Payer.Company => PayerNumbers.Company,
            Payer.Municipal => PayerNumbers.Municipal,
            _ => PayerNumbers.Association,
        });
        if (person.Payer == Payer.Company)
        {
            to.Field(PayerNumbers.CompanySymbol);
            Digits(to, by, (person.District * District.Residents) + person.Number);
        }
        else
        {
            Digits(to, by, PayerNumbers.Symbol(person));
            Digits(to, by, person.Number);
        }

        to.Field(count).Field(points).Empty(isDispensing ? 8 : 9).End();
    }

    private static void WritePublicPayer(RecordBytes to, Person person, int count, int points, bool isDispensing)
    {
        if (person.Payer is not (Payer.PublicAssistance or Payer.AssociationAndPsychiatricCare))
        {
            return;
        }

        to.Begin("KO"u8);
        to.Field(person.Payer == Payer.PublicAssistance ? PayerNumbers.PublicAssistance(person.District) : PayerNumbers.PsychiatricCare);
        to.Field(person.Recipient, 7).Empty().Field(count).Field(points);
        if (isDispensing)
        {
            to.Empty(4);
        }
        else
        {
            to.Field(0).Empty(5);
        }

        to.End();
    }

    private static void Digits(RecordBytes to, Institution by, int number) => _ = by.WritesWideDigits ? to.WideField(number) : to.Field(number);
}

/// <summary>A claim on its way to a file.</summary>
/// <param name="Receipt">レセプト番号 in its file.</param>
/// <param name="IsAgain">It was billed before and comes again.</param>
internal readonly record struct Bill(District District, Institution By, Person Person, ClaimDraft Draft, int Receipt, bool IsAgain)
{
    /// <summary>検索番号: 17 digits at least; only a claim that comes again has one.</summary>
    public RecordBytes WriteSearchNumber(RecordBytes to) => IsAgain
        ? to.Field((Draft.Month * 10_000_000_000_000L) + ((Person.District * 1_000_000L) + (Person.Household * 10L) + Person.Branch) * 100 + Draft.Institution, 19)
        : to.Empty();
}
