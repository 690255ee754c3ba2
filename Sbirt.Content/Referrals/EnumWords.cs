namespace Sbirt.Content.Referrals;

/// <summary>Codes of the referral enums as files and code systems write them: kebab-case.</summary>
public static class EnumWords
{
    /// <summary>Such as <c>alcohol-withdrawal</c>.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) =>
            char.IsUpper(letter) ? (at > 0 ? "-" : string.Empty) + char.ToLowerInvariant(letter) : letter.ToString()));
}
