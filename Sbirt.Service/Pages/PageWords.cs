using Sbirt.Content.Languages;

namespace Sbirt.Service.Pages;

/// <summary>The words that every page shares.</summary>
internal static class PageWords
{
    public static Localized Skip { get; } = new("本文へ", "To the content");

    public static Localized AsJson { get; } = new("JSONで見る", "As JSON");

    public static Localized Otherwise { get; } = new("English", "日本語");

    public static Localized Few { get; } = new("少数", "few");

    public static Localized Sources { get; } = new("出典", "Sources");

    public static Localized CutOff { get; } = new("基準", "Cut-off");

    public static Localized Limit { get; } = new("値", "Value");

    public static Localized Effective { get; } = new("適用日", "In effect from");

    public static Localized Version { get; } = new("版", "Version");

    public static Localized Open { get; } = new("未確定", "not settled");

    public static Localized Known { get; } = new("一般的な知識(原典は未確認)", "common knowledge, source not opened");
}
