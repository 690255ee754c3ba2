using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>The headings every page shares.</summary>
internal static class SheetHeadings
{
    public static Localized SmallStep { get; } = new("小さな一歩", "One small step");

    public static Localized Places { get; } = new("話せる場所", "Places to talk");

    public static Localized Week { get; } = new("1週間をながめると", "A look at one week");
}
