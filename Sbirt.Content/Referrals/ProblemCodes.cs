using System.Collections.Immutable;

namespace Sbirt.Content.Referrals;

/// <summary>Stable codes of what can be wrong in a directory; their texts are in directory-problems.yaml.</summary>
public static class ProblemCodes
{
    public const string FileEmpty = "file-empty";
    public const string FileMalformed = "file-malformed";
    public const string FileEncoding = "file-encoding";
    public const string FileKind = "file-kind";
    public const string FileTooLarge = "file-too-large";
    public const string ColumnUnknown = "column-unknown";
    public const string ColumnTwice = "column-twice";
    public const string ColumnAbsent = "column-absent";
    public const string RowTooLong = "row-too-long";
    public const string RowMalformed = "row-malformed";
    public const string ValueMalformed = "value-malformed";
    public const string ValueAbsent = "value-absent";
    public const string ValueTooLong = "value-too-long";
    public const string ValueControlCharacter = "value-control-character";
    public const string IdShape = "id-shape";
    public const string IdTwice = "id-twice";
    public const string PlaceTwice = "place-twice";
    public const string TypeUnknown = "type-unknown";
    public const string TopicUnknown = "topic-unknown";
    public const string AudienceUnknown = "audience-unknown";
    public const string LanguageUnknown = "language-unknown";
    public const string PrefectureUnknown = "prefecture-unknown";
    public const string PositionHalf = "position-half";
    public const string PositionShape = "position-shape";
    public const string PhoneShape = "phone-shape";
    public const string PhonePlaceholder = "phone-placeholder";
    public const string UrlShape = "url-shape";
    public const string TruthShape = "truth-shape";
    public const string AgeShape = "age-shape";
    public const string AgeOrder = "age-order";
    public const string DateShape = "date-shape";
    public const string DateFuture = "date-future";
    public const string VerifiedLongAgo = "verified-long-ago";
    public const string VerifiedUnknown = "verified-unknown";
    public const string FirstVisitAbsent = "first-visit-absent";
    public const string FirstVisitUnknown = "first-visit-unknown";
    public const string LanguageHalf = "language-half";
    public const string FormulaCell = "formula-cell";
    public const string BundleKind = "bundle-kind";
    public const string BundleOtherResource = "bundle-other-resource";
    public const string BundleReference = "bundle-reference";
    public const string BundleTopicSystem = "bundle-topic-system";

    /// <summary>Every code.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        FileEmpty,
        FileMalformed,
        FileEncoding,
        FileKind,
        FileTooLarge,
        ColumnUnknown,
        ColumnTwice,
        ColumnAbsent,
        RowTooLong,
        RowMalformed,
        ValueMalformed,
        ValueAbsent,
        ValueTooLong,
        ValueControlCharacter,
        IdShape,
        IdTwice,
        PlaceTwice,
        TypeUnknown,
        TopicUnknown,
        AudienceUnknown,
        LanguageUnknown,
        PrefectureUnknown,
        PositionHalf,
        PositionShape,
        PhoneShape,
        PhonePlaceholder,
        UrlShape,
        TruthShape,
        AgeShape,
        AgeOrder,
        DateShape,
        DateFuture,
        VerifiedLongAgo,
        VerifiedUnknown,
        FirstVisitAbsent,
        FirstVisitUnknown,
        LanguageHalf,
        FormulaCell,
        BundleKind,
        BundleOtherResource,
        BundleReference,
        BundleTopicSystem,
    ];
}
