using Sbirt.Content.Findings;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Interventions;

/// <summary>What is known when a talk is prepared; everything after <paramref name="Today"/> may be missing.</summary>
/// <param name="InterventionId">An id of the library, as the finding or its band names it.</param>
/// <param name="Today">The day of the talk; follow-up dates count from it.</param>
/// <param name="Scored">The answers; an incomplete score is spoken of by its bounds.</param>
/// <param name="Finding">The finding the talk is about: its scale, band and cut-offs.</param>
/// <param name="PackTitle">Title of the threshold pack the band belongs to.</param>
/// <param name="Contacts">What the clinic configured; null: shown as not configured.</param>
public sealed record PlanRequest(
    string InterventionId,
    Language Language,
    Person Person,
    DateOnly Today,
    Scored? Scored = null,
    Finding? Finding = null,
    Localized? PackTitle = null,
    Readiness? Readiness = null,
    ClinicContacts? Contacts = null);

/// <summary>Contacts that only the clinic can know; none is ever made up.</summary>
/// <param name="Crisis">Crisis line or duty number, as it should read on paper.</param>
/// <param name="Clinic">How to reach the clinic itself.</param>
public sealed record ClinicContacts(string? Crisis = null, string? Clinic = null);
