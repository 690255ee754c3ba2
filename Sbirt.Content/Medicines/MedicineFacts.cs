using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Medicines;

/// <summary>All that the medicine rules look at. Null means "not told", and then no rule guesses.</summary>
/// <param name="Today">The day the judgement is made for.</param>
/// <param name="Uses">In any order; an id that comes twice counts once.</param>
/// <param name="Unread">What came along and could not be read.</param>
/// <param name="Drinking">What the last drinking questionnaire said.</param>
/// <param name="SleepApnoea">Sleep apnoea is on record.</param>
/// <param name="AgeYears">Completed years.</param>
public sealed record MedicineFacts(
    DateOnly Today,
    ImmutableArray<MedicineUse> Uses,
    ImmutableArray<UnreadMedicine> Unread = default,
    DrinkingFact? Drinking = null,
    bool? SleepApnoea = null,
    int? AgeYears = null);

/// <summary>The seriousness a drinking questionnaire reached, and the day it was answered.</summary>
public sealed record DrinkingFact(Seriousness Seriousness, DateOnly On);

/// <summary>A medicine, or a part of it, that could not be read.</summary>
/// <param name="UseId">As <see cref="MedicineUse.Id"/>; shown to nobody.</param>
/// <param name="Path">Place in the resource, e.g. <c>MedicationRequest.dosageInstruction[0]</c>; it repeats nothing of the input.</param>
/// <param name="IsDraft">It belongs to the order being written now.</param>
public sealed record UnreadMedicine(UnreadReason Reason, string UseId, string Path, bool IsDraft);

/// <summary>Why something of a medicine could not be read; the words stand in <c>Medicines/rules.yaml</c>.</summary>
public enum UnreadReason
{
    CodeUnknown,
    CodeMissing,
    CodeContradiction,
    UnitUnknown,
    StrengthUnknown,
    DurationUnknown,
    AmountInvalid,
    StatusUnknown,
    ModifierExtension,
    AnotherPerson,
    ReferenceMissing,
}

/// <summary>A reason with how often it occurs and its words.</summary>
public sealed record UnreadNote(UnreadReason Reason, Localized Text, int Count, bool InDraft);
