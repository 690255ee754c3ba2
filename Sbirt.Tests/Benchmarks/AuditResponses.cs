using System.Globalization;

namespace Sbirt.Tests.Benchmarks;

/// <summary>Made-up complete AUDIT answer sheets as NDJSON: fixed seed, answers as our codings, the skip rule kept.</summary>
internal static class AuditResponses
{
    private static readonly string[] Frequency = ["never", "less-than-monthly", "monthly", "weekly", "daily"];
    private static readonly string[] Drinking = ["never", "monthly-or-less", "2-4-a-month", "2-3-a-week", "4-or-more-a-week"];
    private static readonly string[] Amount = ["1-2", "3-4", "5-6", "7-9", "10-or-more"];
    private static readonly string[] Ever = ["no", "yes-not-last-year", "yes-last-year"];

    public static void Write(string file, int count)
    {
        var random = new Random(20261121);
        using var text = new StreamWriter(file);
        for (var number = 0; number < count; number++)
        {
            text.Write(One(number, random));
            text.Write('\n');
        }
    }

    public static string One(int number, Random random)
    {
        var items = new List<string>();
        var often = random.Next(5);
        items.Add(Item(1, Drinking[often]));
        if (often > 0)
        {
            var (amount, six) = (random.Next(5), random.Next(5));
            items.Add(Item(2, Amount[amount]));
            items.Add(Item(3, Frequency[six]));
            if (amount + six > 0)
            {
                items.AddRange(Enumerable.Range(4, 5).Select(n => Item(n, Frequency[random.Next(5)])));
            }
        }

        items.Add(Item(9, Ever[random.Next(3)]));
        items.Add(Item(10, Ever[random.Next(3)]));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"resourceType":"QuestionnaireResponse","id":"r{{number}}","questionnaire":"https://sbirt.example/fhir/Questionnaire/audit|1.0.0","status":"completed","subject":{"reference":"Patient/p{{number}}"},"authored":"2026-11-20T10:15:00+09:00","item":[{{string.Join(',', items)}}]}""");
    }

    private static string Item(int number, string code) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"linkId":"audit-{{{number}}}","answer":[{"valueCoding":{"system":"https://sbirt.example/fhir/CodeSystem/sbirt-answers","code":"{{{code}}}"}}]}""");
}
