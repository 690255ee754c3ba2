using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sbirt.Content.Instruments;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Turns rows into places and notes everything that is wrong in any of them.</summary>
internal sealed partial class PlaceCheck(ReferralLibrary library, DateOnly today)
{
    private readonly ProblemList problems = new(library);

    public ImmutableArray<DirectoryProblem> Problems => problems.All;

    public List<Place> Places(DirectoryReading reading)
    {
        problems.AddRange(reading.Problems);
        if (reading.Entries.IsEmpty && reading.Problems.IsEmpty)
        {
            problems.Add(ProblemCodes.FileEmpty);
        }

        var read = reading.Entries.Select(entry => (Entry: entry, Place: ToPlace(entry))).ToList();
        foreach (var (entry, _) in Repeated(read, pair => pair.Place.Id))
        {
            problems.Add(ProblemCodes.IdTwice, entry, PlaceColumn.Id);
        }

        foreach (var (entry, _) in Repeated(read, pair => SamePlace.KeyOf(pair.Place)))
        {
            problems.Add(ProblemCodes.PlaceTwice, entry, PlaceColumn.NameJa);
        }

        return read.ConvertAll(pair => pair.Place);
    }

    private static IEnumerable<(PlaceEntry Entry, Place Place)> Repeated<TKey>(
        List<(PlaceEntry Entry, Place Place)> read,
        Func<(PlaceEntry Entry, Place Place), TKey> key) => read
        .Where(pair => pair.Place.Id.Length > 0)
        .GroupBy(key)
        .SelectMany(group => group.Skip(1));

    private Place ToPlace(PlaceEntry entry)
    {
        var cells = new CellReading(entry, library.Words, problems);
        var (minAge, maxAge) = Ages(cells);
        return new Place(
            Id(cells),
            Type(cells),
            Name(cells),
            cells.List<Topic>(PlaceColumn.Topics, library.Words.TopicOf, ProblemCodes.TopicUnknown),
            cells.List<Audience>(PlaceColumn.Audiences, library.Words.AudienceOf, ProblemCodes.AudienceUnknown),
            PrefectureOf(cells),
            cells.Text(PlaceColumn.City),
            Position(cells),
            cells.Phone(),
            cells.Url(),
            cells.Localized(PlaceColumn.HoursJa, PlaceColumn.HoursEn),
            cells.List<Language>(PlaceColumn.Languages, library.Words.LanguageOf, ProblemCodes.LanguageUnknown),
            cells.Truth(PlaceColumn.WomenOnly),
            cells.Truth(PlaceColumn.ChildFriendly),
            minAge,
            maxAge,
            cells.Localized(PlaceColumn.HowToEnterJa, PlaceColumn.HowToEnterEn),
            FirstVisit(cells),
            cells.Localized(PlaceColumn.NoteJa, PlaceColumn.NoteEn),
            LastVerified(cells),
            cells.Truth(PlaceColumn.Fictitious) ?? false,
            cells.Text(PlaceColumn.Source),
            cells.Truth(PlaceColumn.UrineTest));
    }

    private static string Id(CellReading cells)
    {
        var id = cells.Plain(PlaceColumn.Id);
        if (id is null)
        {
            cells.Problem(ProblemCodes.ValueAbsent, PlaceColumn.Id);
            return string.Empty;
        }

        if (!IdShape().IsMatch(id))
        {
            cells.Problem(ProblemCodes.IdShape, PlaceColumn.Id);
        }

        return id;
    }

    private string Type(CellReading cells)
    {
        if (cells.Text(PlaceColumn.Type) is not { } word)
        {
            cells.Problem(ProblemCodes.ValueAbsent, PlaceColumn.Type);
            return string.Empty;
        }

        if (library.Types.TryFind(word, out var type))
        {
            return type.Code;
        }

        cells.Problem(ProblemCodes.TypeUnknown, PlaceColumn.Type);
        return string.Empty;
    }

    private static Localized Name(CellReading cells)
    {
        if (cells.Localized(PlaceColumn.NameJa, PlaceColumn.NameEn) is { } name)
        {
            return name;
        }

        cells.Problem(ProblemCodes.ValueAbsent, PlaceColumn.NameJa);
        return new Localized(string.Empty, string.Empty);
    }

    private string? PrefectureOf(CellReading cells)
    {
        if (cells.Text(PlaceColumn.Prefecture) is not { } word)
        {
            return null;
        }

        if (library.Words.PrefectureOf(word) is { } prefecture)
        {
            return prefecture.Name.Ja;
        }

        cells.Problem(ProblemCodes.PrefectureUnknown, PlaceColumn.Prefecture);
        return null;
    }

    private static GeoPosition? Position(CellReading cells)
    {
        var told = (cells.Entry[PlaceColumn.Latitude] is not null, cells.Entry[PlaceColumn.Longitude] is not null);
        var latitude = cells.Degrees(PlaceColumn.Latitude, 90);
        var longitude = cells.Degrees(PlaceColumn.Longitude, 180);
        if (told is (true, false) or (false, true))
        {
            cells.Problem(ProblemCodes.PositionHalf, told.Item1 ? PlaceColumn.Longitude : PlaceColumn.Latitude);
        }

        return latitude is { } lat && longitude is { } lon ? new GeoPosition(lat, lon) : null;
    }

    private static (int? Min, int? Max) Ages(CellReading cells)
    {
        var (min, max) = (cells.Age(PlaceColumn.MinAge), cells.Age(PlaceColumn.MaxAge));
        if (min > max)
        {
            cells.Problem(ProblemCodes.AgeOrder, PlaceColumn.MinAge);
        }

        return (min, max);
    }

    private static Localized? FirstVisit(CellReading cells)
    {
        if (cells.Entry[PlaceColumn.FirstVisitJa] is null && cells.Entry[PlaceColumn.FirstVisitEn] is null)
        {
            cells.Problem(ProblemCodes.FirstVisitAbsent, PlaceColumn.FirstVisitJa);
            return null;
        }

        var text = cells.Localized(PlaceColumn.FirstVisitJa, PlaceColumn.FirstVisitEn);
        if (text is null)
        {
            cells.Problem(ProblemCodes.FirstVisitUnknown, PlaceColumn.FirstVisitJa);
        }

        return text;
    }

    private DateOnly? LastVerified(CellReading cells)
    {
        var date = cells.Date(PlaceColumn.LastVerified);
        if (date > today)
        {
            cells.Problem(ProblemCodes.DateFuture, PlaceColumn.LastVerified);
        }

        if (date is { } day && Verification.IsStale(day, today, library.Words))
        {
            cells.Problem(ProblemCodes.VerifiedLongAgo, PlaceColumn.LastVerified);
        }

        if (cells.Text(PlaceColumn.LastVerified) is null)
        {
            cells.Problem(ProblemCodes.VerifiedUnknown, PlaceColumn.LastVerified);
        }

        return date;
    }

    [GeneratedRegex(@"^[A-Za-z0-9.\-]{1,64}$")]
    private static partial Regex IdShape();
}
