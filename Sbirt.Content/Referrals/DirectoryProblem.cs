using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>What is wrong in a row of a directory, and how to mend it; the input is never repeated.</summary>
/// <param name="Code">Stable, of directory-problems.yaml.</param>
/// <param name="Row">0: the file as a whole.</param>
/// <param name="Column">Null: the row as a whole.</param>
/// <param name="Cell">1-based cell of a row whose column is not known.</param>
public sealed record DirectoryProblem(
    string Code,
    ProblemWeight Weight,
    int Row,
    int? Line,
    PlaceColumn? Column,
    Localized What,
    Localized Fix,
    int? Cell = null);

/// <summary>Whether a problem stops the import.</summary>
public enum ProblemWeight
{
    /// <summary>Worth knowing; the place is taken.</summary>
    Warning,

    /// <summary>Nothing of the file is taken.</summary>
    Error,
}

/// <summary>The texts of one problem.</summary>
public sealed record ProblemText(string Code, ProblemWeight Weight, Localized What, Localized Fix);
