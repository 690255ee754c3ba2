namespace Sbirt.FhirAdapter.Structure.Table;

/// <summary>The text files shipped inside the program.</summary>
internal static class EmbeddedTable
{
    public static string Text(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream("Structure/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
