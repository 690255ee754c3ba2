using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Sbirt.Content.ContentFiles;

/// <summary>
/// Reads one YAML file strictly (no unknown keys, no duplicate keys) and gathers its faults with their
/// lines. One reader per file.
/// </summary>
internal sealed class ContentReader(ContentFile file)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .WithNodeDeserializer(inner => new LocatingNodeDeserializer(inner), s => s.InsteadOf<YamlDotNet.Serialization.NodeDeserializers.ObjectNodeDeserializer>())
        .Build();

    private readonly List<ContentFault> faults = [];

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyList<ContentFault> Faults => faults;

    /// <summary>The file's path, for messages.</summary>
    public string Path => file.Path;

    /// <summary>The file as an object of the given shape, or null when it is not such YAML.</summary>
    public T? Read<T>()
        where T : class
    {
        try
        {
            var value = Yaml.Deserialize<T>(file.Text);
            if (value is null)
            {
                Fault(1, "The file is empty.", "Fill it in as its neighbours are, or remove it.");
            }

            return value;
        }
        catch (YamlException exception)
        {
            var cause = exception.InnerException?.Message ?? exception.Message;
            Fault((int)exception.Start.Line, $"It cannot be read: {cause}", "Mend the YAML at this line: a known key, the right kind of value, no key twice.");
            return null;
        }
    }

    /// <summary>Notes a fault at a line of this file.</summary>
    public void Fault(int line, string what, string fix) => faults.Add(new ContentFault(file.Path, line, what, fix));

    private sealed class LocatingNodeDeserializer(INodeDeserializer inner) : INodeDeserializer
    {
        public bool Deserialize(
            IParser reader,
            Type expectedType,
            Func<IParser, Type, object?> nestedObjectDeserializer,
            out object? value,
            ObjectDeserializer rootDeserializer)
        {
            var line = (int)(reader.Current?.Start.Line ?? 0);
            if (!inner.Deserialize(reader, expectedType, nestedObjectDeserializer, out value, rootDeserializer))
            {
                return false;
            }

            if (value is Located located)
            {
                located.Line = line;
            }

            return true;
        }
    }
}
