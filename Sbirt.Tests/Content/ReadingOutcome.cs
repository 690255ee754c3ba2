using Sbirt.Content;
using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Tests.Builders;
using Shouldly;

namespace Sbirt.Tests.Content;

/// <summary>Scores a sheet and says at once which outcome the test expects.</summary>
internal static class ReadingOutcome
{
    public static Scored Score(this Instrument instrument, SheetBuilder sheet, Person? person = null) =>
        Scoring.Score(instrument, sheet.Build(), person ?? Person.Unknown)
            .ShouldBeOfType<Reading<Scored>.Ok>().Value;

    public static IReadOnlyList<Reason> Refuse(this Instrument instrument, SheetBuilder sheet, Person? person = null) =>
        Scoring.Score(instrument, sheet.Build(), person ?? Person.Unknown)
            .ShouldBeOfType<Reading<Scored>.Refused>().Reasons;
}
