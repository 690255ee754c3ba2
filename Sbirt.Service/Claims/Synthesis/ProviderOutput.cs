using System.Globalization;

namespace Sbirt.Service.Claims.Synthesis;

/// <summary>One file for each institution, office, kind of care and billing month, as institutions bill.</summary>
internal sealed class ProviderOutput(string folder) : IClaimOutput
{
    private const int WriteOutFrom = 1 << 17;
    private const int Bundled = District.Institutions;
    private const int Slots = District.Institutions + 1;

    private readonly BillingFile[] files = [.. Enumerable.Range(0, 2 * Slots).Select(_ => new BillingFile())];
    private BillingFile current = new();

    public long Bytes { get; private set; }

    public RecordBytes Records => current.Pending;

    public int Begin(District district, ClaimDraft draft, Payer payer, int billed)
    {
        var office = payer == Payer.Municipal ? Office.Federation : Office.Fund;
        var slot = draft.Work == ClaimWork.BundledStay ? Bundled : draft.Institution;
        current = files[((int)office - 1) * Slots + slot];
        if (current.Claims == 0)
        {
            var by = district[draft.Institution];
            current.Path = Path.Combine(FolderOf(billed, office), NameOf(draft.Work, by));
            BillingFile.WriteHead(current.Pending, by, office, billed);
        }

        return current.Next();
    }

    public void Take(Payer payer, int points)
    {
        current.Count(payer, points);
        if (current.Pending.Length >= WriteOutFrom)
        {
            WriteOut(current);
        }
    }

    public void CloseMonth()
    {
        foreach (var file in files)
        {
            if (file.Claims > 0)
            {
                file.WriteTotal();
                WriteOut(file);
                file.Clear();
            }
        }
    }

    public void Dispose()
    {
    }

    private static string NameOf(ClaimWork work, Institution by)
    {
        var kind = work switch
        {
            ClaimWork.Dispensing => 'Y',
            ClaimWork.Dental => 'S',
            ClaimWork.BundledStay => 'D',
            _ => 'C',
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Institution.Prefecture}{by.Table}{System.Text.Encoding.ASCII.GetString(by.Code)}_RECEIPT{kind}.UKE");
    }

    private string FolderOf(int billed, Office office)
    {
        var path = Path.Combine(folder, billed.ToString(CultureInfo.InvariantCulture), office == Office.Fund ? "fund" : "federation");
        Directory.CreateDirectory(path);
        return path;
    }

    private void WriteOut(BillingFile file)
    {
        using var stream = new FileStream(file.Path!, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(file.Pending.Written);
        Bytes += file.Pending.Length;
        file.Pending.Clear();
    }
}
