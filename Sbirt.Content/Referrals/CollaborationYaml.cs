using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>The shape of collaboration-actions.yaml.</summary>
internal sealed class CollaborationYaml : Located
{
    public int Asked { get; set; }

    public List<SourceEntry>? Sources { get; set; }

    public List<NamedCodeYaml> Categories { get; set; } = [];

    public List<GoodWithYaml> GoodWith { get; set; } = [];

    public List<PartnerYaml> Partners { get; set; } = [];

    public CollaborationMenu ToMenu(ContentReader reader, ResourceTypes? types)
    {
        reader.Distinct(Categories.Select(category => (category.Code ?? string.Empty, category.Line)));
        var names = Categories
            .DistinctBy(category => category.Code)
            .ToDictionary(category => category.Code ?? string.Empty, category => reader.NeedText(category.Name, category.Line, "name"));
        return new CollaborationMenu(
            Asked,
            [.. GoodWith.Select(good => new GoodCollaboration(
                Type(reader, types, good.Type, good.Line), reader.NeedText(good.Name, good.Line, "name"), Count(reader, good.N, good.Line) ?? 0))],
            [.. Partners.Select(partner => new CollaborationPartner(
                Type(reader, types, partner.Type, partner.Line),
                reader.NeedText(partner.Name, partner.Line, "name"),
                [.. partner.Actions.Select(action => ToAction(reader, action, names))]))],
            SourceEntry.NeedSources(reader, Sources, Line));
    }

    private CollaborationAction ToAction(ContentReader reader, ActionYaml action, Dictionary<string, Localized> names)
    {
        var category = reader.Need(action.Category, action.Line, "category");
        if (!names.TryGetValue(category, out var name))
        {
            reader.Fault(action.Line, "The category is not in `categories`.", "Use one of its codes, or add it there.");
        }

        return new CollaborationAction(
            category,
            name ?? new Localized(category, category),
            reader.NeedText(action.Label, action.Line, "label"),
            Count(reader, action.N, action.Line),
            reader.NeedOneOf<CollaborationDirection>(action.Direction, action.Line, "direction"));
    }

    private int? Count(ContentReader reader, int? n, int line)
    {
        if (n < 0 || n > Asked)
        {
            reader.Fault(line, "`n` is not within the number asked.", "Write the number of the source table.");
        }

        return n;
    }

    private static string? Type(ContentReader reader, ResourceTypes? types, string? code, int line)
    {
        if (code is not null && types is not null && !types.TryFind(code, out _))
        {
            reader.Fault(line, "`type` is not a code of resource-types.yaml.", "Use one of its codes, or leave `type` out.");
        }

        return code;
    }
}

/// <summary>A code with a name.</summary>
internal sealed class NamedCodeYaml : Located
{
    public string? Code { get; set; }

    public LocalizedText? Name { get; set; }
}

/// <summary>One row of table 1.</summary>
internal sealed class GoodWithYaml : Located
{
    public string? Type { get; set; }

    public LocalizedText? Name { get; set; }

    public int? N { get; set; }
}

/// <summary>One partner of tables 2–7.</summary>
internal sealed class PartnerYaml : Located
{
    public string? Type { get; set; }

    public LocalizedText? Name { get; set; }

    public List<ActionYaml> Actions { get; set; } = [];
}

/// <summary>One action of a partner.</summary>
internal sealed class ActionYaml : Located
{
    public string? Category { get; set; }

    public LocalizedText? Label { get; set; }

    public int? N { get; set; }

    public string? Direction { get; set; }
}
