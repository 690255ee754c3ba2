using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>The resources of one part of the input, gathered in memory and written to the work folder each time there are many.</summary>
/// <param name="pathOf">The file for the first, second, … run of the part being read.</param>
internal sealed class ResourceRun(Func<int, string> pathOf)
{
    private const int MostRows = 60_000;

    private int runs;

    public RowTable<IdentityRow> Identities { get; } = new();

    public RowTable<BilledRow> Billed { get; } = new();

    public RowTable<ReplacedRow> Replaced { get; } = new();

    public RowTable<BilledDiseaseRow> Diseases { get; } = new();

    public RowTable<HandedRow> Handed { get; } = new();

    public RowTable<OrderRow> Orders { get; } = new();

    public RowTable<OrganizationRow> Organizations { get; } = new();

    private int Rows => Identities.Count + Billed.Count + Replaced.Count + Diseases.Count + Handed.Count + Orders.Count + Organizations.Count;

    public void Begin()
    {
        Clear();
        runs = 0;
    }

    /// <summary>Writes what is left; gives how many files the part has.</summary>
    public int Finish()
    {
        if (Rows > 0)
        {
            Write();
        }

        return runs;
    }

    public void WriteWhenFull()
    {
        if (Rows >= MostRows)
        {
            Write();
        }
    }

    private void Write()
    {
        using var stream = new FileStream(pathOf(runs), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });
        Identities.Write(stream);
        Billed.Write(stream);
        Replaced.Write(stream);
        Diseases.Write(stream);
        Handed.Write(stream);
        Orders.Write(stream);
        Organizations.Write(stream);
        runs++;
        Clear();
    }

    private void Clear()
    {
        Identities.Clear();
        Billed.Clear();
        Replaced.Clear();
        Diseases.Clear();
        Handed.Clear();
        Orders.Clear();
        Organizations.Clear();
    }
}
