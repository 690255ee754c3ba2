using System.Collections.Immutable;

namespace Sbirt.Content.Referrals;

/// <summary>Gathers problems by row, with the texts that belong to their codes.</summary>
public sealed class ProblemList(ReferralLibrary library)
{
    private readonly List<DirectoryProblem> problems = [];

    /// <summary>In the order of rows, then columns.</summary>
    public ImmutableArray<DirectoryProblem> All =>
        [.. problems.OrderBy(problem => problem.Row).ThenBy(problem => (int?)problem.Column ?? -1)];

    /// <summary>Notes a problem of the whole file or of a row.</summary>
    public void Add(string code, int row = 0, int? line = null, PlaceColumn? column = null, int? cell = null)
    {
        var text = library.Problems[code];
        problems.Add(new DirectoryProblem(code, text.Weight, row, line, column, text.What, text.Fix, cell));
    }

    /// <summary>Notes a problem of one cell.</summary>
    public void Add(string code, PlaceEntry entry, PlaceColumn column) =>
        Add(code, entry.Row, entry.LineOf(column), column);

    internal void AddRange(IEnumerable<DirectoryProblem> more) => problems.AddRange(more);
}
