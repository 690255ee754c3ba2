using System.Collections.Immutable;

namespace Sbirt.Service.Store;

/// <summary>One resource to be stored, byte for byte as received.</summary>
internal abstract record Write
{
    private Write()
    {
    }

    public required string Type { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The identifiers the resource carries.</summary>
    public ImmutableArray<BusinessIdentifier> Identifiers { get; init; } = [];

    /// <summary>What was derived from the body; kept in the same transaction when a version is stored.</summary>
    public ImmutableArray<DerivedResult> Results { get; init; } = [];

    /// <summary>Prints no content.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>POST: a new resource, unless an identifier already names one.</summary>
    internal sealed record Create : Write
    {
        /// <summary>Id chosen by the caller; null: the store makes one.</summary>
        public string? Id { get; init; }

        /// <summary>Identifier of an <c>If-None-Exist</c> header: a resource it names is answered as it is.</summary>
        public BusinessIdentifier? IfNoneExist { get; init; }

        /// <summary>Different content under a known identifier becomes its next version (amended, corrected).</summary>
        public bool Supersedes { get; init; }
    }

    /// <summary>PUT: the next version of a resource, or its first under the id given.</summary>
    internal sealed record Update : Write
    {
        public required string Id { get; init; }

        /// <summary>Version the caller saw (<c>If-Match</c>); null: whichever is there.</summary>
        public long? IfMatch { get; init; }
    }
}
