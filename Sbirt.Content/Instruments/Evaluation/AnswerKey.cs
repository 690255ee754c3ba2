using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Codes;

namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>
/// The names under which an item's answers may come: our codes, LOINC answer codes, code-index ids, texts,
/// scores. What names no answer, or two, is never guessed at.
/// </summary>
internal sealed class AnswerKey
{
    private const int Two = -1;
    private readonly Item item;
    private readonly FrozenDictionary<string, int> bare;
    private readonly FrozenDictionary<string, FrozenDictionary<string, int>> bySystem;
    private readonly ImmutableArray<ImmutableArray<string>> texts;
    private readonly bool isYesNo;

    public AnswerKey(Item item)
    {
        this.item = item;
        texts = [.. item.Options.Select(option => new[] { option.Text.Ja, option.Text.En }
            .Select(FoldedText.Of).OfType<string>().Distinct().ToImmutableArray())];
        isYesNo = item.Options.Length == 2 && item.Options.All(option => option.Code is "yes" or "no");
        var systems = item.Options.SelectMany(option => option.Codes).Select(code => code.System)
            .Append(CodeSystems.Answers).Append(CodeSystems.Loinc).Distinct();
        bySystem = systems.ToFrozenDictionary(system => system, NamesIn, StringComparer.Ordinal);
        var names = bySystem.Values.SelectMany(named => named).ToList();
        bare = Names([.. names, .. Digits().Where(digit => digit.Value != Two || names.TrueForAll(name => name.Key != digit.Key))]);
    }

    /// <summary>The answer meant, its score checked against the stated weights.</summary>
    public AnswerMatch Match(AnswerValue value, ImmutableArray<decimal> weights) => (item.Kind, value) switch
    {
        (ItemKind.Integer, AnswerValue.Number number) => MatchWhole(number.Value, weights),
        (ItemKind.Choice, AnswerValue.Coded coded) => MatchCode(coded, weights),
        (ItemKind.Choice, AnswerValue.Number number) => MatchScore(number.Value, weights),
        (ItemKind.Choice, AnswerValue.Truth truth) when isYesNo => Take(IndexOf(truth.Value ? "yes" : "no"), weights),
        (ItemKind.Choice, AnswerValue.Words words) => MatchWords(words.Text, weights),
        _ => AnswerMatch.Failed(MatchProblem.WrongType),
    };

    private AnswerMatch MatchWhole(decimal number, ImmutableArray<decimal> weights)
    {
        if (number != decimal.Truncate(number) || number < item.Range!.Min || number > item.Range.Max)
        {
            return AnswerMatch.Failed(MatchProblem.OutOfRange);
        }

        var conflicts = !weights.IsDefaultOrEmpty && weights.Any(weight => weight != number);
        return new AnswerMatch(new TakenAnswer(true, null, 0, number), MatchProblem.None, conflicts);
    }

    private AnswerMatch MatchCode(AnswerValue.Coded coded, ImmutableArray<decimal> weights)
    {
        var names = string.IsNullOrEmpty(coded.System) ? bare : bySystem.GetValueOrDefault(coded.System);
        if (names is not null && names.TryGetValue(coded.Code, out var index))
        {
            return index == Two ? AnswerMatch.Failed(MatchProblem.Ambiguous) : Take(index, weights);
        }

        return coded.System == CodeSystems.Answers
            ? AnswerMatch.Failed(MatchProblem.UnknownCode)
            : MatchForeign(FoldedText.Of(coded.Display), weights);
    }

    /// <summary>A code that is none of ours: its weight and its text say which answer it is, if they agree.</summary>
    private AnswerMatch MatchForeign(string? text, ImmutableArray<decimal> weights)
    {
        var byText = IndexesOf(text);
        if (weights.IsDefaultOrEmpty)
        {
            return TakeOnly(byText, weights);
        }

        if (weights.Any(weight => weight != weights[0]))
        {
            return AnswerMatch.Failed(MatchProblem.Ambiguous);
        }

        var byWeight = IndexesOf(weights[0]);
        var agreeing = byText.Count == 0 ? byWeight
            : byWeight.Count == 0 ? byText
            : [.. byText.Where(byWeight.Contains)];
        return agreeing.Count == 0 && byText.Count > 0
            ? AnswerMatch.Failed(MatchProblem.Ambiguous)
            : TakeOnly(agreeing, weights);
    }

    private AnswerMatch MatchWords(string words, ImmutableArray<decimal> weights)
    {
        var byText = IndexesOf(FoldedText.Of(words));
        return byText.Count > 1 && !weights.IsDefaultOrEmpty && weights.All(weight => weight == weights[0])
            ? TakeOnly([.. byText.Where(IndexesOf(weights[0]).Contains)], weights)
            : TakeOnly(byText, weights);
    }

    private AnswerMatch MatchScore(decimal score, ImmutableArray<decimal> weights)
    {
        var indexes = IndexesOf(score);
        return indexes.Count == 0 ? AnswerMatch.Failed(MatchProblem.OutOfRange) : TakeOnly(indexes, weights);
    }

    private AnswerMatch TakeOnly(List<int> indexes, ImmutableArray<decimal> weights) => indexes switch
    {
        [] => AnswerMatch.Failed(MatchProblem.UnknownCode),
        [var only] => Take(only, weights),
        _ => AnswerMatch.Failed(MatchProblem.Ambiguous),
    };

    private AnswerMatch Take(int index, ImmutableArray<decimal> weights)
    {
        var option = item.Options[index];
        var conflicts = !weights.IsDefaultOrEmpty && weights.Any(weight => !Scores(option, weight));
        return new AnswerMatch(new TakenAnswer(true, option, index, 0), MatchProblem.None, conflicts);
    }

    private static bool Scores(Option option, decimal score) =>
        option.ScoreFor(Sex.Male) == score || option.ScoreFor(Sex.Female) == score;

    private int IndexOf(string code) => item.Options[0].Code == code ? 0 : 1;

    private List<int> IndexesOf(decimal score) => IndexesWhere(index => Scores(item.Options[index], score));

    private List<int> IndexesOf(string? text) =>
        text is null ? [] : IndexesWhere(index => texts[index].Contains(text));

    private List<int> IndexesWhere(Predicate<int> fits)
    {
        var found = new List<int>();
        for (var i = 0; i < item.Options.Length; i++)
        {
            if (fits(i))
            {
                found.Add(i);
            }
        }

        return found;
    }

    private FrozenDictionary<string, int> NamesIn(string system) =>
        Names(item.Options.SelectMany((option, index) => option.Codes
            .Where(code => code.System == system)
            .Select(code => code.Value)
            .Concat(system == CodeSystems.Answers ? [option.Code] : [])
            .Concat(system is CodeSystems.Answers or CodeSystems.Loinc ? CodeIndexes(index) : [])
            .Select(name => KeyValuePair.Create(name, index))));

    /// <summary>Ids such as <c>audit-1-2</c> and <c>68518-0-2</c>: the item, and the answer's place counted from 0.</summary>
    private IEnumerable<string> CodeIndexes(int index) => item.Codes
        .Where(code => code.System == CodeSystems.Loinc)
        .Select(code => code.Value)
        .Prepend(item.LinkId)
        .Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}-{index}"));

    /// <summary>A bare digit is a place only where place and score are the same for every answer.</summary>
    private IEnumerable<KeyValuePair<string, int>> Digits()
    {
        var isPlain = item.Options.Select((option, index) => option.ScoreBySex is null && option.Score == index).All(same => same);
        return item.Options.Select((_, index) => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), isPlain ? index : Two));
    }

    private static FrozenDictionary<string, int> Names(IEnumerable<KeyValuePair<string, int>> names)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, index) in names)
        {
            known[name] = known.TryGetValue(name, out var before) && before != index ? Two : index;
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
