using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sbirt.Content.ContentFiles;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Handouts;

/// <summary>Reads the wording rules and lets each prove itself on its own samples.</summary>
internal sealed class WordingFile(ContentReader reader)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(500);

    public (ImmutableArray<WordingRule> Rules, ImmutableArray<RequiredSentence> Required) Read()
    {
        var shape = reader.Read<WordingShape>() ?? new WordingShape();
        return ([.. shape.Rules.Select(Rule).OfType<WordingRule>()], [.. shape.Required.Select(Required).OfType<RequiredSentence>()]);
    }

    private WordingRule? Rule(WordingRuleShape shape)
    {
        var patterns = shape.Patterns.Select(pattern => Pattern(pattern, shape.Line)).OfType<Regex>().ToImmutableArray();
        var unless = shape.Unless is null ? null : Pattern(shape.Unless, shape.Line);
        if (!Complete(shape) || patterns.Length == 0 || shape.Why is null)
        {
            reader.Fault(shape.Line, "A wording rule is not complete.", "Write id, language, patterns, why, instead, catches and lets.");
            return null;
        }

        var rule = new WordingRule(shape.Id!, LanguageOf(shape), patterns, unless, shape.Why, shape.Instead!);
        Prove(shape, sample => WordingLint.Sentences(sample).Any(sentence => rule.Catch(sentence) is not null));
        return rule;
    }

    private RequiredSentence? Required(RequiredShape shape)
    {
        if (!Complete(shape) || shape.When is null || shape.Must is null
            || Pattern(shape.When, shape.Line) is not { } when || Pattern(shape.Must, shape.Line) is not { } must)
        {
            reader.Fault(shape.Line, "A required sentence is not complete.", "Write id, language, when, must, instead, catches and lets.");
            return null;
        }

        var required = new RequiredSentence(shape.Id!, LanguageOf(shape), when, [.. shape.Interventions], must, shape.Instead!);
        Prove(shape, sample => required.IsMissing(sample, null));
        return required;
    }

    private void Prove(ProvenShape shape, Func<string, bool> catches)
    {
        foreach (var missed in shape.Catches.Where(sample => !catches(sample)))
        {
            reader.Fault(shape.Line, $"The rule {shape.Id} does not catch its own sample \"{missed}\".", "Mend the pattern or the sample.");
        }

        foreach (var caught in shape.Lets.Where(catches))
        {
            reader.Fault(shape.Line, $"The rule {shape.Id} catches the kinder wording \"{caught}\".", "Narrow the pattern, or add to `unless:`.");
        }
    }

    private Regex? Pattern(string pattern, int line)
    {
        try
        {
            return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTimeout);
        }
        catch (ArgumentException exception)
        {
            reader.Fault(line, $"A pattern cannot be read: {exception.Message}", "Write a .NET regular expression.");
            return null;
        }
    }

    private static bool Complete(ProvenShape shape) =>
        shape is { Id.Length: > 0, Instead.Length: > 0, Catches.Count: > 0, Lets.Count: > 0, Language: "ja" or "en" };

    private static Language LanguageOf(ProvenShape shape) => shape.Language == "en" ? Language.En : Language.Ja;
}
