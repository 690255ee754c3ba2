namespace Sbirt.Content.Instruments.Evaluation;

/// <summary>Which items are asked, not asked, or perhaps asked, given the answers so far.</summary>
internal static class AnswerCourse
{
    public static Truth[] Follow(ItemTable table, ReadOnlySpan<TakenAnswer> answers, ReadOnlySpan<Sex> sexes)
    {
        var asked = new Truth[table.Items.Length];
        for (var i = 0; i < asked.Length; i++)
        {
            asked[i] = table.Plans[i].AskedWhen is { } when ? Holds(table, when, answers, sexes, asked) : Truth.Yes;
            if (!answers[i].Given && table.Plans[i].ZeroWhen is { } zero)
            {
                // Left unanswered where the instrument lets it be, it is as good as not asked.
                var mayStayOpen = Holds(table, zero, answers, sexes, asked);
                asked[i] = (Truth)Math.Min((int)asked[i], (int)Truth.Yes - (int)mayStayOpen);
            }
        }

        return asked;
    }

    private static Truth Holds(
        ItemTable table,
        ConditionPlan when,
        ReadOnlySpan<TakenAnswer> answers,
        ReadOnlySpan<Sex> sexes,
        Truth[] asked)
    {
        var result = when.All ? Truth.Yes : Truth.No;
        foreach (var (position, comparison) in when.Comparisons)
        {
            var holds = Compare(table, position, comparison, answers, sexes, asked[position]);
            result = (Truth)(when.All ? Math.Min((int)result, (int)holds) : Math.Max((int)result, (int)holds));
        }

        return result;
    }

    private static Truth Compare(
        ItemTable table,
        int position,
        Comparison comparison,
        ReadOnlySpan<TakenAnswer> answers,
        ReadOnlySpan<Sex> sexes,
        Truth asked)
    {
        if (asked == Truth.No || (!answers[position].Given && !table.Items[position].Required))
        {
            return Truth.No;
        }

        var (some, every) = (false, true);
        foreach (var sex in sexes)
        {
            if (answers[position].Given)
            {
                var holds = comparison.Holds(answers[position].ScoreFor(sex));
                (some, every) = (some || holds, every && holds);
                continue;
            }

            foreach (var score in table.Plans[position].PossibleScores(sex))
            {
                var holds = comparison.Holds(score);
                (some, every) = (some || holds, every && holds);
            }
        }

        return !some ? Truth.No : every ? asked : Truth.Maybe;
    }
}
