using System.Collections;

namespace Sbirt.Service.Settings;

/// <summary>Finds configuration keys that no setting answers to, so that a misspelt line is never silently ignored.</summary>
internal static class KnownSettings
{
    /// <summary>The full keys under a section that the type does not know, e.g. <c>Sbirt:Limits:BodyByte</c>.</summary>
    public static IEnumerable<string> Unknown(IConfigurationSection section, Type type)
    {
        foreach (var child in section.GetChildren())
        {
            if (ElementOf(type) is { } element)
            {
                foreach (var key in Unknown(child, element))
                {
                    yield return key;
                }

                continue;
            }

            var property = type.GetProperties()
                .FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                yield return child.Path;
                continue;
            }

            foreach (var key in Unknown(child, property.PropertyType))
            {
                yield return key;
            }
        }
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;
}
