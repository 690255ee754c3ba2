namespace Sbirt.Content.Referrals;

/// <summary>One of the 47 prefectures (JIS X 0401 number, Japanese and English name).</summary>
public sealed record Prefecture(int Number, Languages.Localized Name);
