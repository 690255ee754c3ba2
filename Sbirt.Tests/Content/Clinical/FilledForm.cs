using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;
using Sbirt.Tests.Builders;
using Sbirt.Tests.Oracles;

namespace Sbirt.Tests.Content.Clinical;

/// <summary>
/// One filled-in form: by linkId the place of the chosen option, or the number of a number item; as our sheet
/// and as the oracle's.
/// </summary>
internal sealed record FilledForm(ClinicalForm Form, ImmutableDictionary<string, int> Choices)
{
    public static FilledForm Random(ClinicalForm form, Random random, double gaps = 0) => new(
        form,
        form.Instrument.Items
            .Where(_ => gaps == 0 || random.NextDouble() >= gaps)
            .ToImmutableDictionary(item => item.LinkId, item => AnyChoice(item, random)));

    /// <summary>Every item answered by the same end of its options.</summary>
    public static FilledForm Extreme(ClinicalForm form, bool highest) => new(
        form,
        form.Instrument.Items.ToImmutableDictionary(item => item.LinkId, item => item.Range is { } range
            ? (int)(highest ? range.Max : range.Min)
            : IndexOfExtreme(item, highest)));

    /// <summary>The lowest choice comes often, so that skip rules come into play.</summary>
    public static int AnyChoice(Item item, Random random)
    {
        if (item.Range is { } range)
        {
            return random.Next(3) == 0 ? (int)range.Min : random.Next((int)range.Min, (int)range.Max + 1);
        }

        return random.Next(3) == 0 ? 0 : random.Next(item.Options.Length);
    }

    public FilledForm With(string linkId, int choice) => this with { Choices = Choices.SetItem(linkId, choice) };

    public FilledForm Without(IEnumerable<string> linkIds) => this with { Choices = Choices.RemoveRange(linkIds) };

    public OracleSheet For(ClinicalScale scale, Person person) => new(
        scale.Positions
            .Where(each => Choices.ContainsKey(each.Key))
            .SelectMany(each => each.Value.Select(position => (position, Answer: Form.OracleAnswer(each.Key, Choices[each.Key]))))
            .ToDictionary(each => each.position, each => each.Answer),
        person.Sex is Sex.Male or Sex.Female ? person.Sex : null,
        person.AgeYears);

    public Scored Score(Person person)
    {
        var sheet = SheetBuilder.ASheet(Form.Instrument.Id);
        foreach (var item in Form.Instrument.Items)
        {
            if (!Choices.TryGetValue(item.LinkId, out var choice))
            {
                continue;
            }

            _ = item.Range is null
                ? sheet.WithCode(item.LinkId, CodeSystems.Answers, item.Options[choice].Code)
                : sheet.With(item.LinkId, choice);
        }

        return Form.Instrument.Score(sheet, person);
    }

    public override string ToString() =>
        $"{Form.Instrument.Id}: {string.Join(", ", Choices.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={each.Value}"))}";

    private static int IndexOfExtreme(Item item, bool highest)
    {
        var scores = item.Options.Select(option => option.ScoreFor(Sex.Female)).ToList();
        return scores.IndexOf(highest ? scores.Max() : scores.Min());
    }
}
