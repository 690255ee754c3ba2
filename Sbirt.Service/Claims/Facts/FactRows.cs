using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <summary>A row of the work folder: all rows begin with whom they are about.</summary>
internal interface IFactRow
{
    ClaimPerson Person { get; }
}

internal readonly record struct ClaimRow(ClaimPerson Person, ClaimFact Fact, int Billed) : IFactRow;

/// <param name="Claim">Where the RE record of its claim stands: it falls with its claim.</param>
internal readonly record struct DispensingRow(ClaimPerson Person, DispensingFact Fact, ClaimPlace Claim) : IFactRow;

internal readonly record struct DiseaseRow(ClaimPerson Person, DiseaseFact Fact, ClaimPlace Claim) : IFactRow;
