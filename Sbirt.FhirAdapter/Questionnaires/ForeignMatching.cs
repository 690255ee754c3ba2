using System.Collections.Immutable;
using Sbirt.Content.Instruments;

namespace Sbirt.FhirAdapter.Questionnaires;

/// <summary>
/// Finds the instruments asked in somebody else's Questionnaire and says what differs in it. What the content
/// files tell of the form comes first; the rest is matched item by item.
/// </summary>
internal static class ForeignMatching
{
    /// <summary>The form as a map, or null when it asks no instrument we know.</summary>
    internal static FormMap? Match(ForeignQuestionnaire form, MatchIndex index)
    {
        var assigned = new Dictionary<string, ItemPlace>(StringComparer.Ordinal);
        var chosen = new List<Instrument>();
        AssignDeclared(form, index, assigned, chosen);
        AssignByItems(form, index, assigned, chosen);
        if (chosen.Count == 0)
        {
            return null;
        }

        var items = new Dictionary<string, FormItem>(StringComparer.Ordinal);
        var notices = ImmutableArray.CreateBuilder<Issue>();
        var declared = DeclaredForms.Of(form.Url, chosen);
        notices.AddRange(declared.Cautions);
        foreach (var foreign in form.Items)
        {
            if (assigned.TryGetValue(foreign.LinkId, out var place))
            {
                var options = Options(foreign, place.Item);
                items[foreign.LinkId] = new FormItem.Question(chosen.IndexOf(place.Instrument), place.Item, options);
                notices.AddRange(FormTraps.Of(foreign, place.Item, options, index)
                    .Where(issue => !declared.Tells(issue.Reason.Code, place.Item.LinkId)));
            }
            else if (Score(foreign, declared, chosen, index) is { } score)
            {
                items[foreign.LinkId] = score;
            }
            else if (PregnancyQuestion.Is(foreign))
            {
                items[foreign.LinkId] = new FormItem.Pregnancy();
            }
        }

        return new FormMap(form.Url ?? "", true, [.. chosen], items, notices.ToImmutable());
    }

    /// <summary>A form of which only the URL is known, because its Questionnaire was not sent along.</summary>
    internal static FormMap? MatchDeclared(string url, MatchIndex index)
    {
        var chosen = index.Instruments.Where(instrument => instrument.ForeignForms.Any(form => form.Url == url)).ToList();
        if (chosen.Count == 0)
        {
            return null;
        }

        var items = new Dictionary<string, FormItem>(StringComparer.Ordinal)
        {
            [PregnancyQuestion.LinkId] = new FormItem.Pregnancy(),
        };
        for (var sheet = 0; sheet < chosen.Count; sheet++)
        {
            foreach (var (theirs, ours) in chosen[sheet].ForeignForms.First(form => form.Url == url).LinkIds)
            {
                if (chosen[sheet].Find(ours) is { } item)
                {
                    items[theirs] = new FormItem.Question(sheet, item, []);
                }
            }
        }

        var declared = DeclaredForms.Of(url, chosen);
        foreach (var (linkId, score) in declared.Scores)
        {
            items[linkId] = score;
        }

        return new FormMap(url, true, [.. chosen], items, [.. declared.Cautions]);
    }

    private static void AssignDeclared(
        ForeignQuestionnaire form, MatchIndex index, Dictionary<string, ItemPlace> assigned, List<Instrument> chosen)
    {
        foreach (var instrument in index.Instruments)
        {
            var linkIds = form.Url == instrument.Canonical
                ? instrument.Items.Select(item => KeyValuePair.Create(item.LinkId, item.LinkId))
                : instrument.ForeignForms.FirstOrDefault(known => known.Url == form.Url)?.LinkIds;
            if (linkIds is null)
            {
                continue;
            }

            chosen.Add(instrument);
            foreach (var (theirs, ours) in linkIds)
            {
                if (instrument.Find(ours) is { } item)
                {
                    assigned[theirs] = new ItemPlace(instrument, item);
                }
            }
        }
    }

    // The instrument that the form covers best is taken first, then the next best among what is left: a form
    // with the three AUDIT-C questions is AUDIT-C and not a third of AUDIT.
    private static void AssignByItems(
        ForeignQuestionnaire form, MatchIndex index, Dictionary<string, ItemPlace> assigned, List<Instrument> chosen)
    {
        var open = form.Items.Where(item => !assigned.ContainsKey(item.LinkId))
            .Select(item => (Foreign: item, Places: index.CandidatesFor(item)))
            .Where(item => item.Places.Count > 0)
            .ToList();
        while (open.Count > 0)
        {
            var best = index.Instruments
                .Where(instrument => !chosen.Contains(instrument))
                .Select(instrument => Cover.Of(instrument, form, open))
                .Where(cover => cover.IsEnough)
                .OrderByDescending(cover => cover.NamedByForm)
                .ThenByDescending(cover => cover.Share)
                .ThenByDescending(cover => cover.Items.Count)
                .FirstOrDefault();
            if (best is null)
            {
                return;
            }

            chosen.Add(best.Instrument);
            foreach (var (linkId, item) in best.Items)
            {
                assigned.TryAdd(linkId, new ItemPlace(best.Instrument, item));
            }

            open.RemoveAll(item => assigned.ContainsKey(item.Foreign.LinkId));
        }
    }

    private static ImmutableArray<FormOption> Options(ForeignItem foreign, Item item) =>
        [.. foreign.Options.Select(option => new FormOption(
            option.System,
            option.Code,
            option.Display,
            option.Weights,
            OptionMatching.Find(item, option.System, option.Code, option.Display, option.Weights)))];

    private static FormItem.Score? Score(
        ForeignItem foreign, DeclaredForms declared, List<Instrument> chosen, MatchIndex index)
    {
        var coded = foreign.Codes.FirstOrDefault(code => index.ScalesWithCode(code).Count > 0);
        if (declared.Scores.TryGetValue(foreign.LinkId, out var known))
        {
            return known with { Code = coded };
        }

        if (coded is null || foreign.Type is "display" or "group")
        {
            return null;
        }

        var sheet = chosen.FindIndex(instrument =>
            index.ScalesWithCode(coded).Any(place => ReferenceEquals(place.Instrument, instrument)));
        return new FormItem.Score(Math.Max(sheet, 0), null, coded);
    }

    /// <summary>How much of an instrument the open items of a form ask.</summary>
    private sealed record Cover(Instrument Instrument, bool NamedByForm, decimal Share, List<(string LinkId, Item Item)> Items)
    {
        internal bool IsEnough => Items.Count > 0 && (NamedByForm || Share >= 0.5m);

        internal static Cover Of(
            Instrument instrument, ForeignQuestionnaire form, List<(ForeignItem Foreign, IReadOnlyList<ItemPlace> Places)> open)
        {
            var items = new List<(string, Item)>();
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (foreign, places) in open)
            {
                var place = places.FirstOrDefault(p => ReferenceEquals(p.Instrument, instrument) && !taken.Contains(p.Item.LinkId));
                if (place is not null && taken.Add(place.Item.LinkId))
                {
                    items.Add((foreign.LinkId, place.Item));
                }
            }

            var whole = Math.Max(1, instrument.Items.Count(item => item.Required));
            var named = form.Codes.Any(code => instrument.Codes.Any(own => own.System == code.System && own.Value == code.Value));
            return new Cover(instrument, named, Math.Min(1m, (decimal)items.Count / whole), items);
        }
    }
}
