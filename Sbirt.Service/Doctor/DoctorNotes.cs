using System.Collections.Immutable;
using Sbirt.Content.Findings;
using Sbirt.Content.Languages;
using Sbirt.FhirAdapter.Json;

namespace Sbirt.Service.Doctor;

/// <summary>Gathers what the rules find in one document, with the place of each.</summary>
internal sealed class DoctorNotes(ReadOnlyMemory<byte> utf8)
{
    private readonly List<(int Offset, DoctorFinding Finding)> found = [];

    public ReadOnlySpan<byte> Utf8 => utf8.Span;

    /// <summary>The findings in the order of the text, each once.</summary>
    public ImmutableArray<DoctorFinding> InOrder =>
        [.. found.OrderBy(note => note.Offset).Select(note => note.Finding).Distinct()];

    /// <param name="row">Id of a row of <see cref="RequirementTable"/>.</param>
    public void Add(string row, PlacedValue at, string ja, string en) => Add(row, at, new Localized(ja, en));

    public void Add(string row, PlacedValue at, Localized text) => found.Add((
        at.NameOffset,
        new DoctorFinding(RequirementTable.Of(row), at.Pointer, SourcePosition.At(Utf8, at.NameOffset), text)));

    /// <summary>The member when it is text; otherwise null, and the lack of it or its wrong form is noted.</summary>
    public string? Text(string row, PlacedValue holder, string name)
    {
        if (holder[name] is not { } value)
        {
            Add(row, holder, $"「{name}」がありません。", $"\"{name}\" is missing.");
            return null;
        }

        if (!value.IsText)
        {
            Add(row, value, $"「{name}」は空でない文字列です。", $"\"{name}\" has to be a string that is not empty.");
            return null;
        }

        return value.Text;
    }

    /// <summary>The same for a member that may be absent.</summary>
    public string? OptionalText(string row, PlacedValue holder, string name) =>
        holder[name] is null ? null : Text(row, holder, name);

    /// <summary>Text that is an absolute http or https URL.</summary>
    public void Url(string row, PlacedValue holder, string name)
    {
        if (Text(row, holder, name) is { } text && !IsWebAddress(text))
        {
            Add(row, holder[name]!, $"「{name}」は http または https の絶対 URL です。", $"\"{name}\" has to be an absolute http or https URL.");
        }
    }

    /// <summary>Text that is one of some words.</summary>
    public string? Word(string row, PlacedValue holder, string name, params string[] words)
    {
        var text = Text(row, holder, name);
        if (text is null || words.Contains(text))
        {
            return text;
        }

        var listed = string.Join(", ", words);
        Add(row, holder[name]!, $"「{name}」の値は次のどれかです: {listed}", $"\"{name}\" has to be one of: {listed}");
        return null;
    }

    /// <summary>The members of an array; what is no array is noted and has none.</summary>
    public IReadOnlyList<PlacedValue> List(string row, PlacedValue? value)
    {
        if (value is { IsArray: false })
        {
            Add(row, value, "ここは配列 [ ] です。", "This has to be an array [ ].");
            return [];
        }

        return value?.Members ?? [];
    }

    /// <summary>Whether the value is an object; what is none is noted.</summary>
    public bool IsObject(string row, PlacedValue value)
    {
        if (!value.IsObject)
        {
            Add(row, value, "ここはオブジェクト { } です。", "This has to be an object { }.");
        }

        return value.IsObject;
    }

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");

    /// <summary>A finding about text that could not be read at all.</summary>
    public static DoctorFinding Unreadable(Reason reason) =>
        new(RequirementTable.Of("1"), "", reason.At ?? new TextPlace(1, 1), reason.Text);
}
