using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <summary>Takes the facts of claims as they are read. Readers know nothing of what becomes of them.</summary>
internal interface IClaimSink
{
    /// <param name="billed">The month it was billed in, yyyymm: of two states of one claim the one billed later counts.</param>
    void Add(in ClaimPerson person, in ClaimFact claim, int billed);

    /// <param name="claim">The claim it stands on.</param>
    void Add(in ClaimPerson person, in ClaimFact claim, in DispensingFact dispensing);

    void Add(in ClaimPerson person, in ClaimFact claim, in DiseaseFact disease);

    void Refuse(in RefusedLine line);
}

/// <summary>A line, or a whole file, that was not read.</summary>
/// <param name="Line">From 1; 0: the whole file.</param>
/// <param name="Offset">Of the line's first byte in the unpacked text.</param>
/// <param name="Reason">Stable, kebab-case.</param>
/// <param name="TakesClaim">True: a whole claim was lost with it.</param>
internal readonly record struct RefusedLine(int File, long Line, long Offset, string Reason, bool TakesClaim);
