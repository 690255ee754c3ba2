using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Sbirt.Service.Claims.Scanning;

namespace Sbirt.Service.Claims.ClickHouse;

/// <summary>
/// What is written when all rows of a part are in their tables. Only rows of blocks that stand in such a part count, so a
/// try that failed, or was killed, has never been there.
/// </summary>
/// <param name="Id">Random; the same part told twice is one.</param>
/// <param name="Load">One run of a loader: within it texts have numbers.</param>
/// <param name="Result">What was read of the texts, refused lines among it; numbers are those of the load.</param>
internal sealed record LoadedPart(ulong Id, ulong Load, FactMarks Marks, ImmutableArray<LoadedText> Texts, PartResult Result, ImmutableArray<LoadedBlock> Blocks);

/// <summary>A text as it was planned: a file, or a stretch of one.</summary>
internal sealed record LoadedText(int Number, string File, long From, long? To, bool IsNamed);

/// <summary>Rows that were inserted together, with their number and sum.</summary>
internal sealed record LoadedBlock(string Table, ulong Block, long Rows, ulong Sum);

[JsonSerializable(typeof(LoadedPart))]
[JsonSerializable(typeof(string))]
internal sealed partial class LoadedPartJson : JsonSerializerContext;
