using Sbirt.Content.Instruments;

namespace Sbirt.Tests.Content.Instruments;

internal static class ScaleLookup
{
    public static ScaleScore FindScale(this Scored scored, string scaleId) =>
        scored.Scales.Single(score => score.Scale.Id == scaleId);
}
