using Sbirt.Content.Codes;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Writing;

/// <summary>The codes under which scores, items and their absence go out.</summary>
internal static class ObservationCodes
{
    internal static Code Survey { get; } =
        new("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey");

    /// <summary>Our own code of a scale; also the linkId of its score item in the published Questionnaire.</summary>
    internal static string ScaleCode(Instrument instrument, Scale scale) => instrument.ScoreCode(scale).Value;
}
