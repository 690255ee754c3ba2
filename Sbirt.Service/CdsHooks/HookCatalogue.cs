using System.Collections.Immutable;
using Sbirt.Content;
using Sbirt.Content.Cards;
using Sbirt.Content.Codes;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.CdsHooks;

namespace Sbirt.Service.CdsHooks;

/// <summary>The CDS services this program offers, with what each asks the caller to send along.</summary>
internal sealed class HookCatalogue
{
    public const string ScreeningId = "sbirt-screening";

    public const string MedicinesId = "sbirt-medicines";

    private const string Subject = "patient={{context.patientId}}";

    public HookCatalogue(ContentLibrary content)
    {
        Services = [Screening(content), Medicines(content)];
    }

    public ImmutableArray<HookService> Services { get; }

    public HookService? Find(string id) => Services.FirstOrDefault(service => service.Id == id);

    /// <summary>The patient and the answers are needed; of everything else the card simply knows less.</summary>
    private static HookService Screening(ContentLibrary content) => new(
        ScreeningId,
        new Localized("お酒とお薬の困りごとに早く気づく", "Noticing trouble with alcohol or medicines early"),
        new Localized(
            "スクリーニングの時期、前回の結果、2分の声かけの台本、つなぎ先を、一度に一枚のカードで示します。",
            "Shows when to ask, what the last answers mean, a two-minute script and where to hand over, one card at a time."),
        new Localized(
            "プリフェッチの patient と answers、または患者のリソースを読めるFHIRサーバーが必要です。安全に関わる通知が表示されるよう、使うフックを事前に取り決めてください。",
            "Needs the prefetch keys patient and answers, or a FHIR server on which the patient's resources can be read. Agree beforehand which hooks are used, so that cards about safety are shown."),
        [.. content.Prompts.Cards.SelectMany(card => card.Hooks).Distinct(StringComparer.Ordinal)],
        [
            new("patient", "Patient/{{context.patientId}}", true),
            new("answers", $"QuestionnaireResponse?{Subject}&_sort=-authored&_count=50", true),
            new("results", $"Observation?{Subject}&code={Codes(content)}&_sort=-date&_count=100", false),
            new("conditions", $"Condition?{Subject}&_count=200", false),
            new("talks", $"Communication?{Subject}&category={TaskSystem}|{TaskKinds.Talk}&_sort=-sent&_count=20", false),
            new("tasks", $"Task?{Subject}&code={TaskSystem}|{TaskKinds.Ask},{TaskSystem}|{TaskKinds.LookAgain},{TaskSystem}|{TaskKinds.HandOver},{TaskSystem}|{TaskKinds.KeepSafe}&_count=50", false),
            new("referrals", $"ServiceRequest?{Subject}&_sort=-authored&_count=50", false),
        ]);

    /// <summary>The orders are needed; age, drinking and diagnoses sharpen what can be said.</summary>
    private static HookService Medicines(ContentLibrary content) => new(
        MedicinesId,
        new Localized("お薬の重なりに早く気づく", "Noticing overlapping medicines early"),
        new Localized(
            "入力中の処方を、すでに出ている薬と見比べ、重なり・日数・組み合わせを一枚のカードで示します。処方を止めず、1日の量も変えません。日数を短くする案は、選ばれたときだけ入力中の処方に入ります。",
            "Holds the order being written against what is running already and shows overlaps, days and combinations on one card. It stops no order and changes no dose; a shorter supply is written into the order only when it is chosen."),
        new Localized(
            "プリフェッチの patient と orders、または患者のリソースを読めるFHIRサーバーが必要です。",
            "Needs the prefetch keys patient and orders, or a FHIR server on which the patient's resources can be read."),
        content.MedicinePrompts.Hooks,
        [
            new("patient", "Patient/{{context.patientId}}", true),
            new("orders", $"MedicationRequest?{Subject}&_sort=-authoredon&_count=200", true),
            new("dispenses", $"MedicationDispense?{Subject}&_sort=-whenhandedover&_count=200", false),
            new("statements", $"MedicationStatement?{Subject}&_count=100", false),
            new("answers", $"QuestionnaireResponse?{Subject}&_sort=-authored&_count=50", false),
            new("conditions", $"Condition?{Subject}&_count=200", false),
        ]);

    private const string TaskSystem = CodeSystems.Base + "/CodeSystem/sbirt-task";

    private static string Codes(ContentLibrary content)
    {
        var results = content.Prompts.Reasons
            .Where(reason => reason.Result is not null)
            .SelectMany(reason => reason.Result!.Codes)
            .Concat(content.Prompts.Pregnancy.Codes)
            .SelectMany(set => set.Codes.Select(code => $"{set.System}|{code}"));
        var totals = content.Instruments.Instruments
            .SelectMany(instrument => instrument.Scales.Where(scale => scale.Main))
            .SelectMany(scale => scale.Codes.Where(code => code.System == CodeSystems.Loinc));
        var check = RecordScreenings.CheckOf(content.Instruments).Items.SelectMany(item => item.Codes);
        return string.Join(',', results.Concat(totals.Concat(check).Select(code => $"{code.System}|{code.Value}")).Distinct(StringComparer.Ordinal));
    }
}
