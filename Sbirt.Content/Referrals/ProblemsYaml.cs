using System.Collections.Frozen;
using Sbirt.Content.ContentFiles;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of directory-problems.yaml.</summary>
internal sealed class ProblemsYaml : Located
{
    public List<ProblemYaml> Problems { get; set; } = [];

    public FrozenDictionary<string, ProblemText> ToProblems(ContentReader reader)
    {
        reader.Distinct(Problems.Select(problem => (problem.Code ?? string.Empty, problem.Line)));
        foreach (var code in ProblemCodes.All.Except(Problems.Select(problem => problem.Code!)))
        {
            reader.Fault(Line, $"The problem `{code}` has no text.", "Add it with `what` and `fix`.");
        }

        return Problems
            .Select(problem => new ProblemText(
                reader.Need(problem.Code, problem.Line, "code"),
                reader.NeedOneOf<ProblemWeight>(problem.Weight, problem.Line, "weight"),
                reader.NeedText(problem.What, problem.Line, "what"),
                reader.NeedText(problem.Fix, problem.Line, "fix")))
            .DistinctBy(text => text.Code)
            .ToFrozenDictionary(text => text.Code);
    }
}

/// <summary>One problem as written.</summary>
internal sealed class ProblemYaml : Located
{
    public string? Code { get; set; }

    public string? Weight { get; set; }

    public LocalizedText? What { get; set; }

    public LocalizedText? Fix { get; set; }
}
