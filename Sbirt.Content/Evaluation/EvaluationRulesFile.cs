using Sbirt.Content.Claims.Files;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Medicines;
using Sbirt.Content.Medicines.Files;
using Sbirt.Content.SmallCells;

namespace Sbirt.Content.Evaluation;

/// <summary>Reads <c>Evaluation/evaluation.yaml</c> and holds its numbers against what can be.</summary>
internal static class EvaluationRulesFile
{
    public static EvaluationRules? Read(ContentReader reader)
    {
        if (reader.Read<EvaluationShape>() is not { } file)
        {
            return null;
        }

        var sources = new Citations(reader, file.Sources, file.Line);
        var matching = file.Matching ?? new MatchingShape { Line = file.Line };
        var groups = file.PsychotropicGroups ?? new GroupsShape { Line = file.Line };
        if (groups.Values is null or [])
        {
            reader.Fault(groups.Line, "`psychotropicGroups` names none.", "Write `psychotropicGroups: { values: [hypnotic], source: … }`.");
        }

        return new EvaluationRules(
            reader.Need(file.Version, file.Line, "version"),
            Number(file.LeastGroup, file.Line, "leastGroup", SmallCellRule.Least, 1000),
            Number(file.ConfidencePercent, file.Line, "confidencePercent", 50, 99.9m),
            Number(matching.ClaimsInMonth, matching.Line, "claimsInMonth", 0, 100),
            Number(matching.PsychotropicDaysInMonth, matching.Line, "psychotropicDaysInMonth", 0, 31),
            Number(matching.ClaimsBefore, matching.Line, "claimsBefore", 0, 100),
            [.. (groups.Values ?? []).Select(group => reader.NeedOneOf<MedicineGroup>(group, groups.Line, "values"))],
            sources.Need(groups.Source, groups.Line));

        CutOff Number(LimitEntry? told, int line, string name, decimal least, decimal most)
        {
            var at = told?.Line ?? line;
            var value = reader.NeedNumber(told?.Value, at, name);
            if (value < least || value > most)
            {
                reader.Fault(at, $"`{name}: {value}` is out of bounds.", $"Write {least} to {most}.");
            }

            return new CutOff(name, value, sources.Need(told?.Source, at));
        }
    }
}

/// <summary>The YAML of <c>Evaluation/evaluation.yaml</c>.</summary>
internal sealed class EvaluationShape : Located
{
    public string? Version { get; set; }

    public Dictionary<string, CitationEntry>? Sources { get; set; }

    public LimitEntry? LeastGroup { get; set; }

    public LimitEntry? ConfidencePercent { get; set; }

    public MatchingShape? Matching { get; set; }

    public GroupsShape? PsychotropicGroups { get; set; }
}

internal sealed class MatchingShape : Located
{
    public LimitEntry? ClaimsInMonth { get; set; }

    public LimitEntry? PsychotropicDaysInMonth { get; set; }

    public LimitEntry? ClaimsBefore { get; set; }
}

internal sealed class GroupsShape : Located
{
    public List<string>? Values { get; set; }

    public string? Source { get; set; }
}
