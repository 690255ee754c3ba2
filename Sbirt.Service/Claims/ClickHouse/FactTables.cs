using System.Collections.Immutable;
using Sbirt.Content.Claims;
using Sbirt.Service.Claims.Facts;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>The three tables of facts.</summary>
internal static class FactTables
{
    public static ClaimTable Claims { get; } = new();

    public static DispensingTable Dispensings { get; } = new();

    public static DiseaseTable Diseases { get; } = new();

    public static ImmutableArray<IFactTable> All { get; } = [Claims, Dispensings, Diseases];
}

/// <inheritdoc cref="ClaimRow"/>
internal sealed class ClaimTable() : FactTable<ClaimRow>(
    "claims",
    "month",
    [
        ("month", "Int32"), ("kind", "UInt8"), ("inpatient", "UInt8"), ("institution", "FixedString(16)"), ("prescriber", "FixedString(16)"),
        ("days", "Int32"), ("points", "Int32"), ("signs", "Int32"), ("billed", "Int32"),
    ],
    "points")
{
    protected override ClaimPlace PlaceOf(in ClaimRow row) => row.Fact.Place;

    protected override int AmountOf(in ClaimRow row) => row.Fact.Points;

    protected override void WriteRest(ref RowBinaryWriter writer, in ClaimRow row)
    {
        var fact = row.Fact;
        writer.Add(fact.Month);
        writer.Add((byte)fact.Kind);
        writer.Add(fact.IsInpatient);
        writer.Add(fact.Institution);
        writer.Add(fact.Prescriber);
        writer.Add(fact.Days);
        writer.Add(fact.Points);
        writer.Add((int)fact.Signs);
        writer.Add(row.Billed);
    }

    protected override ClaimRow ReadRest(ref RowBinaryReader reader, ClaimPerson person, ClaimPlace place, TextNumbers numbers)
    {
        var month = reader.Int32();
        var kind = (ClaimKind)reader.Byte();
        return new ClaimRow(
            person,
            new ClaimFact(kind, reader.Bool(), month, reader.Code(), reader.Code(), reader.Int32(), reader.Int32(), (ClaimSigns)reader.Int32(), place),
            reader.Int32());
    }
}

/// <inheritdoc cref="DispensingRow"/>
internal sealed class DispensingTable() : FactTable<DispensingRow>(
    "dispensings",
    "day",
    [
        ("day", "Int32"), ("day_known", "UInt8"), ("medicine", "FixedString(16)"), ("ingredient", "Int32"), ("form", "UInt8"), ("amount", "Int64"),
        ("supply", "Int32"), ("prescription", "Int32"), ("source", "FixedString(16)"), ("pharmacy", "FixedString(16)"), ("inpatient", "UInt8"),
        ("claim_text", "Int32"), ("claim_line", "Int64"),
    ],
    "supply")
{
    protected override ClaimPlace PlaceOf(in DispensingRow row) => row.Fact.Place;

    protected override int AmountOf(in DispensingRow row) => row.Fact.Supply;

    protected override void WriteRest(ref RowBinaryWriter writer, in DispensingRow row)
    {
        var fact = row.Fact;
        writer.Add(fact.Date);
        writer.Add(fact.IsDayKnown);
        writer.Add(fact.Medicine);
        writer.Add(fact.Ingredient);
        writer.Add((byte)fact.Form);
        writer.Add(fact.DailyAmount);
        writer.Add(fact.Supply);
        writer.Add(fact.Prescription);
        writer.Add(fact.Source);
        writer.Add(fact.Pharmacy);
        writer.Add(fact.IsInpatient);
        writer.Add(row.Claim.File);
        writer.Add(row.Claim.Line);
    }

    protected override DispensingRow ReadRest(ref RowBinaryReader reader, ClaimPerson person, ClaimPlace place, TextNumbers numbers) => new(
        person,
        new DispensingFact(
            reader.Day(), reader.Bool(), reader.Code(), reader.Int32(), (IntakeForm)reader.Byte(), reader.Int64(), reader.Int32(), reader.Int32(),
            reader.Code(), reader.Code(), place, reader.Bool()),
        new ClaimPlace(numbers[reader.Int32()], reader.Int64()));
}

/// <inheritdoc cref="DiseaseRow"/>
internal sealed class DiseaseTable() : FactTable<DiseaseRow>(
    "diseases",
    "month",
    [
        ("month", "Int32"), ("institution", "FixedString(16)"), ("disease", "FixedString(16)"), ("suspected", "UInt8"), ("inpatient", "UInt8"),
        ("claim_text", "Int32"), ("claim_line", "Int64"),
    ],
    "month")
{
    protected override ClaimPlace PlaceOf(in DiseaseRow row) => row.Fact.Place;

    protected override int AmountOf(in DiseaseRow row) => row.Fact.Month;

    protected override void WriteRest(ref RowBinaryWriter writer, in DiseaseRow row)
    {
        var fact = row.Fact;
        writer.Add(fact.Month);
        writer.Add(fact.Institution);
        writer.Add(fact.Disease);
        writer.Add(fact.IsSuspected);
        writer.Add(fact.IsInpatient);
        writer.Add(row.Claim.File);
        writer.Add(row.Claim.Line);
    }

    protected override DiseaseRow ReadRest(ref RowBinaryReader reader, ClaimPerson person, ClaimPlace place, TextNumbers numbers) => new(
        person,
        new DiseaseFact(reader.Int32(), reader.Code(), reader.Code(), reader.Bool(), reader.Bool(), place),
        new ClaimPlace(numbers[reader.Int32()], reader.Int64()));
}
