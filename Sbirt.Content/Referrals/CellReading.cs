using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sbirt.Content.Languages;

namespace Sbirt.Content.Referrals;

/// <summary>Reads the cells of one row, each to its kind of value; what does not fit is noted and null.</summary>
internal sealed partial class CellReading(PlaceEntry entry, DirectoryWords words, ProblemList problems)
{
    private const int LongestText = 2000;

    private static readonly string[] DateShapes =
        ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public PlaceEntry Entry => entry;

    public void Problem(string code, PlaceColumn column) => problems.Add(code, entry, column);

    /// <summary>Text as written; "unknown" counts as not told.</summary>
    public string? Text(PlaceColumn column)
    {
        if (entry[column] is not { } text || words.IsUnknown(text))
        {
            return null;
        }

        if (text.Length > LongestText)
        {
            Problem(ProblemCodes.ValueTooLong, column);
        }

        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
        {
            Problem(ProblemCodes.ValueControlCharacter, column);
        }

        return text;
    }

    /// <summary>Text that may come in one language only: then both languages show it.</summary>
    public Localized? Localized(PlaceColumn ja, PlaceColumn en)
    {
        var (japanese, english) = (Text(ja), Text(en));
        if (japanese is null && english is null)
        {
            return null;
        }

        if (japanese is null || english is null)
        {
            Problem(ProblemCodes.LanguageHalf, japanese is null ? ja : en);
        }

        return new Localized(japanese ?? english!, english ?? japanese!);
    }

    /// <summary>Folded to plain width: ids, numbers, addresses.</summary>
    public string? Plain(PlaceColumn column) => Text(column)?.Normalize(NormalizationForm.FormKC);

    public string? Phone()
    {
        if (Plain(PlaceColumn.Phone) is not { } phone)
        {
            return null;
        }

        phone = Dashes().Replace(phone, "-");
        if (!PhoneShape().IsMatch(phone) || (phone.Count(char.IsAsciiDigit) is not (10 or 11) && !ShortPhone().IsMatch(phone) && phone[0] != '+'))
        {
            Problem(ProblemCodes.PhoneShape, PlaceColumn.Phone);
            return null;
        }

        var digits = phone.Where(char.IsAsciiDigit).TakeLast(6).ToArray();
        if (digits.Length == 6 && digits.Distinct().Count() == 1)
        {
            Problem(ProblemCodes.PhonePlaceholder, PlaceColumn.Phone);
        }

        return phone;
    }

    public string? Url()
    {
        if (Plain(PlaceColumn.Url) is not { } url)
        {
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http")
            || uri.UserInfo.Length > 0
            || url.Any(char.IsWhiteSpace))
        {
            Problem(ProblemCodes.UrlShape, PlaceColumn.Url);
            return null;
        }

        return url;
    }

    public bool? Truth(PlaceColumn column)
    {
        if (entry[column] is not { } word)
        {
            return null;
        }

        if (!words.TryTruth(word, out var truth))
        {
            Problem(ProblemCodes.TruthShape, column);
        }

        return truth;
    }

    public int? Age(PlaceColumn column)
    {
        if (Plain(column) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.TrimEnd('歳', '才'), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 120)
        {
            return age;
        }

        Problem(ProblemCodes.AgeShape, column);
        return null;
    }

    public double? Degrees(PlaceColumn column, double most)
    {
        if (Plain(column) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
            && Math.Abs(degrees) <= most)
        {
            return degrees;
        }

        Problem(ProblemCodes.PositionShape, column);
        return null;
    }

    public DateOnly? Date(PlaceColumn column)
    {
        if (Plain(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Problem(ProblemCodes.DateShape, column);
        return null;
    }

    /// <summary>A list of words; a word that is not known is noted once.</summary>
    public ImmutableArray<T> List<T>(PlaceColumn column, Func<string, T?> find, string unknown)
        where T : struct, Enum
    {
        var values = (Text(column) ?? string.Empty)
            .Split([',', '、', '，', ';', '；', '/', '／', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(find)
            .ToList();
        if (values.Contains(null))
        {
            Problem(unknown, column);
        }

        return [.. values.OfType<T>().Distinct().Order()];
    }

    [GeneratedRegex("[‐‑‒–—―−ー－ｰ]")]
    private static partial Regex Dashes();

    // 0 + area code + number with hyphens, spaces or brackets; +country; or a short number such as 189 and #7119.
    [GeneratedRegex(@"^(?:\+[1-9][0-9]{0,2}[- ]?(?:\(?[0-9]{1,4}\)?[- ]?){2,4}[0-9]{2,4}|\(?0[0-9]{1,4}[-() ]?[0-9]{1,4}[-) ]?[0-9]{3,4}|#?[1-9][0-9]{2,3}|#[0-9]{4})$")]
    private static partial Regex PhoneShape();

    [GeneratedRegex("^#?[0-9]{3,4}$")]
    private static partial Regex ShortPhone();
}
