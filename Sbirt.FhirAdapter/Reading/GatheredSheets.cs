using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Reading;

/// <summary>The answers and claimed totals found so far, one sheet per instrument of the form.</summary>
internal sealed class GatheredSheets
{
    private readonly ImmutableArray<Instrument> instruments;
    private readonly ImmutableArray<GivenAnswer>.Builder[] answers;
    private readonly List<StatedScore>?[] stated;

    internal GatheredSheets(ImmutableArray<Instrument> instruments)
    {
        this.instruments = instruments;
        answers = new ImmutableArray<GivenAnswer>.Builder[instruments.Length];
        stated = new List<StatedScore>?[instruments.Length];
        for (var sheet = 0; sheet < answers.Length; sheet++)
        {
            answers[sheet] = ImmutableArray.CreateBuilder<GivenAnswer>(instruments[sheet].Items.Length);
        }
    }

    internal void Add(int sheet, GivenAnswer answer) => answers[sheet].Add(answer);

    internal void Add(int sheet, StatedScore score) => (stated[sheet] ??= []).Add(score);

    /// <summary>At least one; a form of several instruments need not have asked each of them.</summary>
    internal ImmutableArray<AnswerSheet> All(bool? selfCompleted)
    {
        var sheets = ImmutableArray.CreateBuilder<AnswerSheet>(answers.Length);
        for (var sheet = 0; sheet < answers.Length; sheet++)
        {
            if (answers.Length == 1 || answers[sheet].Count > 0 || stated[sheet] is not null)
            {
                sheets.Add(new AnswerSheet(
                    instruments[sheet].Id,
                    answers[sheet].DrainToImmutable(),
                    stated[sheet] is { } scores ? [.. scores] : [],
                    selfCompleted));
            }
        }

        if (sheets.Count == 0)
        {
            sheets.Add(new AnswerSheet(instruments[0].Id, [], [], selfCompleted));
        }

        return sheets.ToImmutable();
    }
}
