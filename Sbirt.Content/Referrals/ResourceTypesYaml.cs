using Sbirt.Content.ContentFiles;
using Sbirt.Content.Instruments;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of resource-types.yaml.</summary>
internal sealed class ResourceTypesYaml : Located
{
    public List<ResourceTypeYaml> Types { get; set; } = [];

    public ResourceTypes ToTypes(ContentReader reader)
    {
        reader.Distinct(Types.Select(type => (type.Code ?? string.Empty, type.Line)));
        return new ResourceTypes([.. Types.Select(type => type.ToType(reader))]);
    }
}

/// <summary>One kind of place as written.</summary>
internal sealed class ResourceTypeYaml : Located
{
    public string? Code { get; set; }

    public LocalizedText? Name { get; set; }

    public string? Kind { get; set; }

    public LocalizedText? Handles { get; set; }

    public List<string>? Topics { get; set; }

    public List<string>? Urgencies { get; set; }

    public List<string>? Audiences { get; set; }

    public LocalizedText? HowToEnter { get; set; }

    public LocalizedText? HowToFind { get; set; }

    public LocalizedText? WhatToKnow { get; set; }

    public LocalizedText? OnlyIf { get; set; }

    public bool ServesItsArea { get; set; }

    public bool GivesSpecialistCare { get; set; }

    public List<SourceYaml>? Sources { get; set; }

    public ResourceType ToType(ContentReader reader)
    {
        if (Audiences is not { Count: > 0 })
        {
            reader.Fault(Line, "It sees nobody.", "Write `audiences:` with person, family or professional.");
        }

        return new ResourceType(
            reader.Word(Code, Line, "code"),
            reader.Text(Name, Line, "name"),
            reader.Value<PlaceKind>(Kind, Line, "kind"),
            reader.Text(Handles, Line, "handles"),
            reader.Values<Topic>(Topics, Line, "topics"),
            reader.Values<Urgency>(Urgencies, Line, "urgencies"),
            reader.Values<Audience>(Audiences, Line, "audiences"),
            reader.Text(HowToEnter, Line, "howToEnter"),
            reader.Text(HowToFind, Line, "howToFind"),
            reader.Text(WhatToKnow, Line, "whatToKnow"),
            OnlyIf?.ToLocalized(reader),
            ServesItsArea,
            GivesSpecialistCare,
            reader.Sources(Sources, Line));
    }
}
