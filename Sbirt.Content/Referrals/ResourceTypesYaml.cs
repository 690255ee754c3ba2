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

    public List<SourceEntry>? Sources { get; set; }

    public ResourceType ToType(ContentReader reader)
    {
        if (Audiences is not { Count: > 0 })
        {
            reader.Fault(Line, "It sees nobody.", "Write `audiences:` with person, family or professional.");
        }

        return new ResourceType(
            reader.Need(Code, Line, "code"),
            reader.NeedText(Name, Line, "name"),
            reader.NeedOneOf<PlaceKind>(Kind, Line, "kind"),
            reader.NeedText(Handles, Line, "handles"),
            reader.Values<Topic>(Topics, Line, "topics"),
            reader.Values<Urgency>(Urgencies, Line, "urgencies"),
            reader.Values<Audience>(Audiences, Line, "audiences"),
            reader.NeedText(HowToEnter, Line, "howToEnter"),
            reader.NeedText(HowToFind, Line, "howToFind"),
            reader.NeedText(WhatToKnow, Line, "whatToKnow"),
            OnlyIf?.ToLocalized(reader),
            ServesItsArea,
            GivesSpecialistCare,
            SourceEntry.NeedSources(reader, Sources, Line));
    }
}
