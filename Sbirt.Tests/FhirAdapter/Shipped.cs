using Sbirt.Content;
using Sbirt.FhirAdapter.Questionnaires;

namespace Sbirt.Tests.FhirAdapter;

/// <summary>The shipped content, loaded once for all tests of the adapter.</summary>
internal static class Shipped
{
    public static ContentLibrary Content { get; } = ContentLibrary.Load();

    public static QuestionnaireLookup Lookup { get; } = new(Content.Instruments.Instruments);

    public static Sbirt.Content.Instruments.Instrument Instrument(string id) => Content.Instruments.Find(id)!;
}
