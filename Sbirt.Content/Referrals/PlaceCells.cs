using System.Collections.Immutable;
using System.Globalization;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>A place written back as cells, the way a CSV row holds it; equal cells mean equal places.</summary>
public static class PlaceCells
{
    /// <summary>What stands in each column; a column that is not told is absent, an unknown first visit says so.</summary>
    public static ImmutableSortedDictionary<PlaceColumn, string> Of(Place place)
    {
        var cells = ImmutableSortedDictionary.CreateBuilder<PlaceColumn, string>();
        Put(cells, PlaceColumn.Id, place.Id);
        Put(cells, PlaceColumn.Type, place.Type);
        Put(cells, PlaceColumn.NameJa, PlaceColumn.NameEn, place.Name);
        Put(cells, PlaceColumn.Topics, Join(place.Topics));
        Put(cells, PlaceColumn.Audiences, Join(place.Audiences));
        Put(cells, PlaceColumn.Prefecture, place.Prefecture);
        Put(cells, PlaceColumn.City, place.City);
        Put(cells, PlaceColumn.Latitude, place.Position?.Latitude.ToString("R", CultureInfo.InvariantCulture));
        Put(cells, PlaceColumn.Longitude, place.Position?.Longitude.ToString("R", CultureInfo.InvariantCulture));
        Put(cells, PlaceColumn.Phone, place.Phone);
        Put(cells, PlaceColumn.Url, place.Url);
        Put(cells, PlaceColumn.HoursJa, PlaceColumn.HoursEn, place.Hours);
        Put(cells, PlaceColumn.Languages, Join(place.Languages));
        Put(cells, PlaceColumn.WomenOnly, Truth(place.WomenOnly));
        Put(cells, PlaceColumn.ChildFriendly, Truth(place.ChildFriendly));
        Put(cells, PlaceColumn.UrineTest, Truth(place.UrineTest));
        Put(cells, PlaceColumn.MinAge, place.MinAge?.ToString(CultureInfo.InvariantCulture));
        Put(cells, PlaceColumn.MaxAge, place.MaxAge?.ToString(CultureInfo.InvariantCulture));
        Put(cells, PlaceColumn.HowToEnterJa, PlaceColumn.HowToEnterEn, place.HowToEnter);
        Put(cells, PlaceColumn.FirstVisitJa, PlaceColumn.FirstVisitEn, place.FirstVisit ?? new Localized("不明", "unknown"));
        Put(cells, PlaceColumn.NoteJa, PlaceColumn.NoteEn, place.Note);
        Put(cells, PlaceColumn.LastVerified, place.LastVerified?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put(cells, PlaceColumn.Fictitious, Truth(place.Fictitious));
        Put(cells, PlaceColumn.Source, place.Source);
        return cells.ToImmutable();
    }

    private static void Put(ImmutableSortedDictionary<PlaceColumn, string>.Builder cells, PlaceColumn column, string? value)
    {
        if (value is not null)
        {
            cells[column] = value;
        }
    }

    private static void Put(ImmutableSortedDictionary<PlaceColumn, string>.Builder cells, PlaceColumn ja, PlaceColumn en, Localized? text)
    {
        Put(cells, ja, text?.Ja);
        Put(cells, en, text?.En);
    }

    private static string? Join<T>(ImmutableArray<T> values)
        where T : struct, Enum => values.IsEmpty ? null : string.Join(",", values.Select(EnumWords.Kebab));

    private static string? Truth(bool? value) => value switch { true => "yes", false => "no", null => null };
}
