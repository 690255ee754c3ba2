using Sbirt.Content.Claims;
using Sbirt.FhirAdapter.Claims;
using Sbirt.Service.Claims.Facts;
using Sbirt.Service.Claims.Files;
using Sbirt.Service.Claims.Uke;

namespace Sbirt.Service.Claims.Ndjson;

/// <summary>
/// Reads one text of a bulk export line by line into rows that still go by how they refer to their patients. What cannot be
/// read is refused by line, and the next is read.
/// </summary>
/// <param name="expected">The type the export's manifest has for it, or null.</param>
internal sealed class ResourceReader(int text, LineReader lines, string? expected, ClaimLineReader reader, ResourceHashes hashes, ClaimCodes codes, ResourceRun run, List<RefusedLine> refused)
{
    private byte[] held = new byte[64 * 1024];

    public long Claims { get; private set; }

    public long RefusedClaims { get; private set; }

    public ResourceCounts Counts { get; private set; }

    private ClaimPlace Place => new(text, lines.Line);

    public void Read()
    {
        while (lines.TryRead(out var line, out var isTooLong))
        {
            if (isTooLong)
            {
                Refuse("line-too-long", expected is "Claim" or "ExplanationOfBenefit");
                continue;
            }

            var resource = lines.Line == 1 ? ResourceText.Unmarked(line) : line;
            if (!resource.TrimEnd(" \t"u8).IsEmpty)
            {
                Take(reader.Read(Held(resource), expected));
                run.WriteWhenFull();
            }
        }
    }

    private ReadOnlyMemory<byte> Held(ReadOnlySpan<byte> line)
    {
        if (held.Length < line.Length)
        {
            held = new byte[2 * line.Length];
        }

        line.CopyTo(held);
        return held.AsMemory(0, line.Length);
    }

    private void Take(ClaimLine line)
    {
        Counts += new ResourceCounts { Lines = 1, LeftOut = line is LeftOutLine ? 1 : 0, Other = line is OtherLine ? 1 : 0 };
        switch (line)
        {
            case UnreadLine told:
                Refuse(told.Reason, told.TakesClaim);
                break;
            case PatientLine patient:
                Add(patient);
                break;
            case CoverageLine coverage:
                Add(coverage);
                break;
            case OrganizationLine organization:
                run.Organizations.Add(new OrganizationRow(
                    Head(organization.Reference.ToString()), organization.Reference, organization.Institution, organization.Insurer is { } insurer ? ShortCode.Of(insurer)!.Value : ShortCode.None));
                break;
            case BilledLine billed:
                Add(billed);
                break;
            case DispenseLine dispense:
                Add(dispense);
                break;
            case OrderLine order:
                run.Orders.Add(new OrderRow(
                    Head(order.Patient), hashes.Key(order.Key), order.Updated, order.Source, order.Group is { } group ? hashes.Group(group) : 0, order.Dose.Form, order.Dose.Days, order.Dose.DailyAmount));
                break;
            default:
                break;
        }
    }

    private void Add(PatientLine patient)
    {
        var row = new IdentityRow(
            Head(patient.Key), true, hashes.Patient(patient.Key), patient.Birth?.DayNumber ?? 0, patient.Sex, hashes.Name(patient.Kana), ShortCode.None, 0, 0, default);
        if (patient.Insured is { } insured)
        {
            if (!ResourceHashes.TryInsured(insured, out var told, out var branch))
            {
                Refuse(ClaimLineReasons.InsuredUnreadable, takesClaim: false);
                return;
            }

            row = row with { Insured = told, Branch = branch };
        }

        run.Identities.Add(row);
        foreach (var identifier in patient.Identifiers)
        {
            run.Identities.Add(row with { Head = Head(identifier) });
        }
    }

    private void Add(CoverageLine coverage)
    {
        if (!ResourceHashes.TryInsured(coverage.Insured, out var told, out var branch))
        {
            Refuse(ClaimLineReasons.InsuredUnreadable, takesClaim: false);
            return;
        }

        var rank = (coverage.IsActive ? 1L << 32 : 0) + (coverage.From?.DayNumber ?? 0) + 1;
        run.Identities.Add(new IdentityRow(Head(coverage.Patient), false, default, 0, ClaimSex.Unknown, 0, coverage.Insured.InsurerReference, branch, rank, told));
    }

    private void Add(BilledLine billed)
    {
        Claims++;
        var (head, key) = (Head(billed.Patient), hashes.Key(billed.Key));
        var signs = ClaimSigns.None;
        foreach (var disease in billed.Diseases)
        {
            if (!disease.IsSuspected)
            {
                signs |= codes.Diseases.GetValueOrDefault(disease.ClaimCode);
                signs |= disease.Icd10.Length > 0 && codes.Icd10 is { } icd10 ? icd10.ForIcd10(disease.Icd10) : ClaimSigns.None;
            }

            if (codes.KeepsDiseases)
            {
                run.Diseases.Add(new BilledDiseaseRow(head, new DiseaseFact(billed.Month, billed.Institution, disease.Code, disease.IsSuspected, billed.IsInpatient, Place)));
            }
        }

        run.Billed.Add(new BilledRow(
            head,
            key,
            billed.Updated,
            billed.Order is { } order ? hashes.Key(order) : 0,
            billed.Billed,
            new ClaimFact(billed.Kind!.Value, billed.IsInpatient, billed.Month, billed.Institution, ShortCode.None, billed.Days, 0, signs, Place)));
        foreach (var replaced in billed.Replaces)
        {
            run.Replaced.Add(new ReplacedRow(head, key, hashes.Key(replaced)));
        }

        foreach (var medicine in billed.Medicines)
        {
            if (!billed.IsInpatient && (medicine.Ingredient >= 0 || codes.KeepsAllMedicines))
            {
                run.Handed.Add(new HandedRow(head, 0, billed.Updated, billed.Order is { } its ? hashes.Key(its) : 0, new DispensingFact(
                    medicine.Date, medicine.IsDayKnown, medicine.Medicine, medicine.Ingredient, medicine.Days > 0 ? IntakeForm.Daily : IntakeForm.Unknown, 0, medicine.Days, medicine.Date.DayNumber,
                    billed.Kind == ClaimKind.Dispensing ? ShortCode.None : billed.Institution, billed.Institution, Place)));
            }
        }
    }

    private void Add(DispenseLine dispense)
    {
        if (dispense.Ingredient >= 0 || codes.KeepsAllMedicines)
        {
            run.Handed.Add(new HandedRow(Head(dispense.Patient), hashes.Key(dispense.Key), dispense.Updated, dispense.Order is { } order ? hashes.Key(order) : 0, new DispensingFact(
                dispense.Date, dispense.IsDayKnown, dispense.Medicine, dispense.Ingredient, dispense.Dose.Form, dispense.Dose.DailyAmount, dispense.Dose.Days, dispense.Date.DayNumber, ShortCode.None, dispense.Pharmacy, Place)));
        }
    }

    private ResourceHead Head(string key) => new(hashes.Patient(key), Place, lines.Offset);

    private void Refuse(string reason, bool takesClaim)
    {
        refused.Add(new RefusedLine(text, lines.Line, lines.Offset, reason, takesClaim));
        RefusedClaims += takesClaim ? 1 : 0;
    }
}
