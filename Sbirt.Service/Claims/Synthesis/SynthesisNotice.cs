using System.Globalization;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary><c>README.txt</c>: that everything is made up, and how it was made. Without a date, so that it stays the same.</summary>
internal static class SynthesisNotice
{
    public static string Text(SynthesisOrder order) => $"""
        ここにあるレセプトはすべて作り物です。実在の人、医療機関、薬局の記録は一つも入っていません。
        Every claim in this folder is made up. There is no record of any real person, clinic or pharmacy in it.

        command   synthesize claims {CommandOf(order)}
        seed      {order.Seed}
        months    {PlantedList.Written(order.FirstMonth)} to {PlantedList.Written(order.FocusMonth)} (months of care; billed from the month after)
        members   {order.Members}

        The same command gives the same bytes. Codes of institutions begin with 9, names are words such as 見本 太郎, the
        insurer numbers but that of 協会けんぽ 大阪 are invented, and so are prices and diseases of persons.
        Records: 医科 IR RE HO KO SN SY SI IY GO, 調剤 YK RE HO KO SN JD MF SH CZ IY KI GO, 歯科 IR RE HO KO SN HS SS GO,
        DPC IR RE HO KO SN BU SY SI CD GO. Of 歯科 and DPC only the fields are filled whose place is known; a DPC claim has
        the points of its separate acts alone. In the insurers' form (--form payer) each claim begins with MN and the head of its
        institution, and there is no GO; the columns of MN and the three before each record are as public samples show them.
        GO counts each payer of a claim and sums the points of the main payer, as a published sample file does.
        Some institutions write full-width digits, some no branch number (SN), a few dates by era; a few names hold a character of
        the writer's own (外字). Some claims are billed one or two months late, some a second time.

        planted.csv lists the persons of whom it is known what a scan of {PlantedList.Written(order.FocusMonth)} must say: status reached, approaching,
        excluded (shown as such: nothing is left when what must not count is left out) or none, and the value counted.
        Under kyokai-osaka-20 nobody else reaches or approaches anything. Under the other presets the list is not complete.
        """.ReplaceLineEndings("\n") + "\n";

    private static string CommandOf(SynthesisOrder order) => string.Create(
        CultureInfo.InvariantCulture,
        $"--members {order.Members} --months {order.Months} --seed {order.Seed} --month {PlantedList.Written(order.FirstMonth)} --form {(order.Form == SynthesisForm.Payer ? "payer" : "provider")} --out DIR");
}
