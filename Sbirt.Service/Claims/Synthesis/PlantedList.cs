using System.Globalization;
using System.Text;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary><c>planted.csv</c>: who was planted, and what a scan of the last month must say of whom.</summary>
internal static class PlantedList
{
    public const string Columns = "story,insurer,symbol,number,branch,public_payer,recipient,birth_date,sex,kana,preset,signal,month,status,value";

    public static string Text(SynthesisOrder order, Population population)
    {
        var text = new StringBuilder(Columns).Append('\n');
        for (var number = 0; number < population.Stories.Length; number++)
        {
            var story = population.Stories[number];
            var who = WhoOf(story, population.Planted[number]);
            foreach (var expected in story.Expected.Where(expected => order.Months >= MonthsFor(expected)))
            {
                text.Append(CultureInfo.InvariantCulture, $"{who},{expected.Preset},{expected.Signal},{Written(order.FocusMonth)},{StatusOf(expected.Status)},{expected.Value}").Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>yyyymm as yyyy-mm.</summary>
    public static string Written(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100:0000}-{month % 100:00}");

    /// <summary>That preset wants three months in a row.</summary>
    private static int MonthsFor(Expected expected) =>
        expected is { Preset: "hiratsuka", Signal: "visits-one-institution" or "institutions-same-disease" } ? 3 : 1;

    private static string WhoOf(Planted story, Person person)
    {
        var isInsured = person.Payer != Payer.PublicAssistance;
        var publicPayer = person.Payer switch
        {
            Payer.PublicAssistance => PayerNumbers.PublicAssistance(person.District),
            Payer.AssociationAndPsychiatricCare => PayerNumbers.PsychiatricCare,
            _ => [],
        };
        var insured = isInsured
            ? string.Create(CultureInfo.InvariantCulture, $"{Encoding.ASCII.GetString(PayerNumbers.Association)},{PayerNumbers.Symbol(person)},{person.Number},{person.Branch:00}")
            : ",,,";
        var recipient = publicPayer.Length > 0 ? person.Recipient.ToString("0000000", CultureInfo.InvariantCulture) : "";
        var birth = string.Create(CultureInfo.InvariantCulture, $"{person.Birth / 10_000:0000}-{person.Birth / 100 % 100:00}-{person.Birth % 100:00}");
        return $"{story.Story},{insured},{Encoding.ASCII.GetString(publicPayer)},{recipient},{birth},{(person.Sex == 1 ? "male" : "female")},{MadeUpNames.KanaText(person.Name)}";
    }

    private static string StatusOf(PlantedStatus status) => status switch
    {
        PlantedStatus.Reached => "reached",
        PlantedStatus.Approaching => "approaching",
        PlantedStatus.Excluded => "excluded",
        _ => "none",
    };
}
