namespace Sbirt.Content.ContentFiles;

/// <summary>A YAML mapping that remembers the line it began on, so that a fault can name it.</summary>
internal abstract class Located
{
    [YamlDotNet.Serialization.YamlIgnore]
    public int Line { get; set; }
}
