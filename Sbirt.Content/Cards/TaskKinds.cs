namespace Sbirt.Content.Cards;

/// <summary>Our own tasks in the record, by their code in <c>sbirt-task</c>.</summary>
public static class TaskKinds
{
    /// <summary>An instrument is to be answered.</summary>
    public const string Ask = "ask";

    /// <summary>A day to ask how things are.</summary>
    public const string LookAgain = "look-again";

    /// <summary>A step of a hand-over.</summary>
    public const string HandOver = "hand-over";

    /// <summary>Safety is to be checked today.</summary>
    public const string KeepSafe = "keep-safe";

    /// <summary>Something to plan or to ask about medicines.</summary>
    public const string Medicine = "medicine";

    /// <summary>Category of the note that a brief talk took place.</summary>
    public const string Talk = "talk";

    /// <summary>The hand-over did not come about: the person did not arrive.</summary>
    public const string DidNotCome = "no-show";
}
