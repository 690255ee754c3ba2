using System.Collections.Immutable;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines;

namespace Sbirt.Content.Evaluation;

/// <summary>The numbers by which letters are evaluated (<c>Evaluation/evaluation.yaml</c>), each with its source.</summary>
public sealed record EvaluationRules(
    string Version,
    CutOff LeastGroup,
    CutOff ConfidencePercent,
    CutOff ClaimsInMonth,
    CutOff PsychotropicDaysInMonth,
    CutOff ClaimsBefore,
    ImmutableArray<MedicineGroup> PsychotropicGroups,
    Citation PsychotropicSource)
{
    public const string Path = "Evaluation/evaluation.yaml";

    /// <summary>Every number, in the order of the file.</summary>
    public ImmutableArray<CutOff> All => [LeastGroup, ConfidencePercent, ClaimsInMonth, PsychotropicDaysInMonth, ClaimsBefore];

    /// <summary>The shipped rules; throws <see cref="ContentFaultException"/> naming every fault.</summary>
    public static EvaluationRules LoadShipped()
    {
        var faults = new List<ContentFault>();
        return Read(ContentFile.Embedded("Evaluation").Single(file => file.Path == Path), faults) ?? throw new ContentFaultException(faults);
    }

    /// <summary>The rules of this file, or null with at least one fault added.</summary>
    public static EvaluationRules? Read(ContentFile file, ICollection<ContentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(faults);
        var reader = new ContentReader(file);
        var rules = EvaluationRulesFile.Read(reader);
        foreach (var fault in reader.Faults)
        {
            faults.Add(fault);
        }

        return reader.Faults.Count > 0 ? null : rules;
    }
}
