namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>Three-valued logic (Kleene): an answer that is missing leaves what hangs on it open.</summary>
internal enum Truth
{
    No = 0,
    Maybe = 1,
    Yes = 2,
}
