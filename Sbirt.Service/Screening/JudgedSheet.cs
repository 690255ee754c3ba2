using Sbirt.Content;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;
using Sbirt.Content.Thresholds;
using Sbirt.FhirAdapter.Reading;

namespace Sbirt.Service.Screening;

/// <summary>One instrument's answers with their score and meaning, before anything is said about it.</summary>
internal sealed record JudgedSheet(
    ReadResponse Response, Scored Scored, Judgement Judgement, Person Person, ThresholdPack Pack, Language Language);
