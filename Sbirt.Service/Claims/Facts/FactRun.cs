using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// The facts of one part of the input, gathered in memory and written to the work folder each time there are many. Each
/// worker has one and uses it for part after part.
/// </summary>
/// <param name="pathOf">The file for the first, second, … run of the part being read.</param>
internal sealed class FactRun(Func<int, string> pathOf) : IClaimSink
{
    private const int MostRows = 65_536;

    private readonly RowTable<ClaimRow> claims = new();
    private readonly RowTable<DispensingRow> dispensings = new();
    private readonly RowTable<DiseaseRow> diseases = new();
    private int runs;

    /// <summary>Lines that were not read, in their order.</summary>
    public List<RefusedLine> Refused { get; } = [];

    public void Begin()
    {
        Clear();
        Refused.Clear();
        runs = 0;
    }

    /// <summary>Writes what is left; gives how many files the part has.</summary>
    public int Finish()
    {
        Write();
        return runs;
    }

    public void Add(in ClaimPerson person, in ClaimFact claim, int billed)
    {
        WriteWhenFull();
        claims.Add(new ClaimRow(person, claim, billed));
    }

    public void Add(in ClaimPerson person, in ClaimFact claim, in DispensingFact dispensing) =>
        dispensings.Add(new DispensingRow(person, dispensing, claim.Place));

    public void Add(in ClaimPerson person, in ClaimFact claim, in DiseaseFact disease) =>
        diseases.Add(new DiseaseRow(person, disease, claim.Place));

    public void Refuse(in RefusedLine line) => Refused.Add(line);

    private void WriteWhenFull()
    {
        if (claims.Count + dispensings.Count + diseases.Count >= MostRows)
        {
            Write();
        }
    }

    private void Write()
    {
        if (claims.Count == 0)
        {
            return;
        }

        using var stream = new FileStream(pathOf(runs), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });
        claims.Write(stream);
        dispensings.Write(stream);
        diseases.Write(stream);
        runs++;
        Clear();
    }

    private void Clear()
    {
        claims.Clear();
        dispensings.Clear();
        diseases.Clear();
    }
}
