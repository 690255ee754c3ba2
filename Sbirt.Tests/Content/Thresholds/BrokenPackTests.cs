using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;
using Sbirt.Content.Thresholds;
using Sbirt.Tests.Content.Instruments;
using Shouldly;
using Xunit;

namespace Sbirt.Tests.Content.Thresholds;

public sealed class BrokenPackTests
{
    private static readonly string Sound = Packs.Pack(
        "own",
        "sets:\n" + Packs.Set() + "modifiers:\n" + Packs.Modifier("id: flag\n    on: [ probe-1 ]\n    atLeast: 1\n    seriousness: high"))
        .Text.ReplaceLineEndings("\n");

    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "from: 3", "from: 4", "from: 4", "No band covers 3 up to this band's 4" },
        { "from: 3", "from: 2", "from: 2", "the values below 3 are taken" },
        { "from: 0", "from: 1", "from: 1", "No band covers 0" },
        { "to: 6", "to: 7", "to: 7", "ends at 7, but the scale at 6" },
        { "to: 6", "to: 5", "to: 5", "ends at 5, but the scale at 6" },
        { "to: 6", "below: 7", "below: 7", "whole numbers" },
        { "to: 4", "to: 4, below: 5", "below: 5", "both `to` and `below`" },
        { "from: 3, to: 4", "from: 4, to: 3", "from: 4", "above its end" },
        { "from: 3, to: 4", "to: 4", "id: middle", "`from` is missing" },
        { "id: middle", "id: low", "id: low, from: 3", "stands twice" },
        { "seriousness: moderate", "seriousness: grave", "grave", "is not known" },
        { "intervention: brief }", "}", "id: middle", "`intervention` is missing" },
        { "intervention: brief }", "intervention: brief, nextInstrument: nowhere }", "nowhere", "is not an instrument" },
        { "instrument: probe\n    scale", "instrument: nothing\n    scale", "instrument: nothing", "is not an instrument" },
        { "scale: total", "scale: nothing", "instrument: probe", "is not a scale of probe" },
        { "scale: total", "scale: total\n    appliesTo: { minAge: 65, maxAge: 64 }", "appliesTo", "above the oldest" },
        { "scale: total", "scale: total\n    appliesTo: { sex: other }", "appliesTo", "never be told" },
        { "scale: total", "scale: total\n    appliesTo: { pregnancyTold: false }", "instrument: probe", "whether pregnancy was told" },
        { "scale: total", "scale: total\n    appliesTo: { sex: male }", "instrument: probe", "No set of probe total is for a person who is female" },
        { "scale: total", "scale: total\n    appliesTo: { maxAge: 64 }", "instrument: probe", "65 years old" },
        { "scale: total", "scale: total\n    scales: [ total ]", "instrument: probe", "either `scale` or `scales`" },
        { "scale: total", "scales: [ total, total ]", "instrument: probe", "Two sets of probe total" },
        { "sources: [ { cite: made up, certainty: known } ]\n    bands", "bands", "instrument: probe", "`sources` is empty" },
        { "effective: 2024-04-01", "effective: soon", "id: own", "is not a date" },
        { "effective: 2024-04-01", "effective: 2024-04-01\nbeside: [ own-sister ]", "beside", "which is not a pack" },
        { "effective: 2024-04-01", "effective: 2024-04-01\ninherits: [ own ]", "inherits", "inherits from itself" },
        { "on: [ probe-1 ]", "on: [ probe-9 ]", "- instrument: probe\n    title", "is not an item of probe" },
        { "on: [ probe-1 ]", "on: []", "- instrument: probe\n    title", "either items (`on`) or a `scale`" },
        { "on: [ probe-1 ]", "scale: nothing", "- instrument: probe\n    title", "is not a scale of probe" },
        { "atLeast: 1", "atLeast: 4", "- instrument: probe\n    title", "can never hold" },
        { "atLeast: 1", "atLeast: 0", "- instrument: probe\n    title", "would always hold" },
        { "atLeast: 1", "test: some\n    atLeast: 1", "- instrument: probe\n    title", "`test: some` is not known" },
    };

    [Fact]
    public void The_sound_pack_loads() => Packs.Load(new ContentFile("Thresholds/own.yaml", Sound)).Packs.ShouldHaveSingleItem();

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_contradiction_stops_the_start_with_its_line_and_a_fix(string sound, string broken, string place, string what)
    {
        Sound.ShouldContain(sound);
        var text = ReplaceFirst(Sound, sound, broken);
        text.ShouldContain(place);
        var line = text[..text.IndexOf(place, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

        var faults = Packs.Faults(new ContentFile("Thresholds/own.yaml", text));

        var told = string.Join(Environment.NewLine, faults);
        faults.ShouldContain(fault => fault.Line == line && fault.What.Contains(what, StringComparison.Ordinal), $"line {line}: {told}");
        faults.ShouldAllBe(fault => fault.File == "Thresholds/own.yaml" && fault.Fix.Length > 10, told);
    }

    [Fact]
    public void Packs_that_inherit_in_a_circle_are_a_fault() =>
        Packs.Faults(
                Packs.Pack("one", "sets: []", "inherits: [ two ]"),
                Packs.Pack("two", "sets: []", "inherits: [ one ]"))
            .Select(fault => (fault.File, fault.Line)).ShouldBe([("Thresholds/one.yaml", 5), ("Thresholds/two.yaml", 5)]);

    [Fact]
    public void Two_packs_with_one_id_are_a_fault() =>
        Packs.Faults(Packs.Pack("one", "sets: []"), Packs.Pack("one", "sets: []") with { Path = "Thresholds/copy.yaml" })
            .ShouldHaveSingleItem().File.ShouldBe("Thresholds/copy.yaml");

    [Fact]
    public void Two_modifiers_with_one_id_are_a_fault() =>
        Packs.Faults(Packs.Pack("own", "modifiers:\n"
                + Packs.Modifier("id: flag\n    on: [ probe-1 ]\n    atLeast: 1\n    seriousness: high")
                + Packs.Modifier("id: flag\n    on: [ probe-2 ]\n    atLeast: 1\n    seriousness: high")))
            .ShouldHaveSingleItem().What.ShouldContain("stands twice for probe");

    [Fact]
    public void A_whole_number_band_on_a_scale_with_decimals_is_a_fault() =>
        Packs.Faults(Packs.Pack("own", "sets:\n" + Packs.Set(Packs.Bands.Replace("to: 6", "to: 22.5", StringComparison.Ordinal), scale: "grams")))
            .ShouldContain(fault => fault.What.Contains("a band ends with `below`", StringComparison.Ordinal));

    [Fact]
    public void A_pack_is_not_blamed_for_an_instrument_that_is_itself_faulty()
    {
        var faults = new List<ContentFault>();
        var instruments = InstrumentLibrary.Load([Yaml.File(Packs.Form.Replace("main: true", "main: false", StringComparison.Ordinal))], faults);

        ThresholdLibrary.Load([new ContentFile("Thresholds/own.yaml", Sound)], instruments, faults);

        faults.ShouldHaveSingleItem().File.ShouldBe("Instruments/probe.yaml");
    }

    [Fact]
    public void An_intervention_that_does_not_exist_is_told_with_its_line()
    {
        var library = Packs.Load(new ContentFile("Thresholds/own.yaml", Sound));

        library.CheckInterventions(new HashSet<string> { "info", "brief", "refer" }).ShouldBeEmpty();
        var fault = library.CheckInterventions(new HashSet<string> { "info", "refer" }).ShouldHaveSingleItem();
        fault.What.ShouldContain("brief");
        Sound.Split('\n')[fault.Line - 1].ShouldContain("id: middle");
    }

    private static string ReplaceFirst(string text, string what, string with)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + what.Length));
    }
}
