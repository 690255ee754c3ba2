using System.Collections.Immutable;
using System.Text;
using Sbirt.Content.Drinks;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>One rendered page: parts in Markdown, values escaped; laid out on paper by <see cref="HandoutPage"/>.</summary>
/// <param name="Week">The person's week against the guide, where a number exists.</param>
public sealed record HandoutSheet(
    Language Language,
    string Title,
    string Body,
    WeekPicture? Week,
    string SmallStep,
    ImmutableArray<string> Places)
{
    /// <summary>The whole page as Markdown.</summary>
    public string Markdown
    {
        get
        {
            var text = new StringBuilder().Append("# ").Append(Title).Append("\n\n").Append(Body);
            if (Week is not null)
            {
                text.Append("\n\n> ").Append(string.Join("\n> ", Week.Lines));
            }

            text.Append("\n\n## ").Append(SheetHeadings.SmallStep.In(Language)).Append("\n\n").Append(SmallStep)
                .Append("\n\n## ").Append(SheetHeadings.Places.In(Language)).Append("\n\n")
                .AppendJoin('\n', Places.Select(place => "- " + place)).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>The words that count against the limit of one page: all but the title and the picture.</summary>
    internal string Words => string.Join('\n', [Body, SmallStep, .. Places]);
}
