using Sbirt.Content;
using Sbirt.Content.Instruments;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>Finds a completely filled form whose score, by the oracle, is the one asked for.</summary>
internal static class TargetSearch
{
    private const int Starts = 40;
    private const int Steps = 400;

    /// <summary>The form, or null when the search found none: on most scales that means no such score exists.</summary>
    public static FilledForm? Find(ClinicalForm form, ClinicalScale scale, decimal target, Person person, Random random)
    {
        var items = form.Instrument.Items.Where(item => scale.Positions.ContainsKey(item.LinkId)).ToList();
        for (var start = 0; start < Starts; start++)
        {
            var filled = FilledForm.Random(form, random);
            var distance = Distance(filled);
            for (var step = 0; step < Steps && distance > 0; step++)
            {
                var item = items[random.Next(items.Count)];
                var next = filled.With(item.LinkId, Nearby(item, filled.Choices[item.LinkId], random));
                if (Distance(next) is var reached && reached <= distance)
                {
                    (filled, distance) = (next, reached);
                }
            }

            if (distance == 0)
            {
                return filled;
            }
        }

        return null;

        decimal Distance(FilledForm filled) =>
            scale.Score(filled.For(scale, person)) is { } score ? Math.Abs(score - target) : decimal.MaxValue;
    }

    /// <summary>Any choice; in a long range of numbers as often one of the two beside the present one.</summary>
    private static int Nearby(Item item, int present, Random random) => item.Range is { } range && random.Next(2) == 0
        ? Math.Clamp(present + (random.Next(2) == 0 ? 1 : -1), (int)range.Min, (int)range.Max)
        : FilledForm.AnyChoice(item, random);
}
