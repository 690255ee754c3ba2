namespace Sbirt.Service.Security.Keys;

/// <summary>Why a key set could not be had.</summary>
internal enum KeyFailure
{
    /// <summary>Nobody answered, or the connection broke.</summary>
    Unreachable,

    /// <summary>The name leads to an address of this machine or of a private network that is not permitted.</summary>
    ForbiddenAddress,

    /// <summary>It took longer than two seconds.</summary>
    TooSlow,

    /// <summary>An answer other than 200; redirects are not followed.</summary>
    OtherStatus,

    /// <summary>More than 64 KiB, or more than 20 keys.</summary>
    TooLarge,

    /// <summary>Not a key set in JSON.</summary>
    NotKeys,

    /// <summary>Two keys of one id.</summary>
    SameKeyTwice,
}

/// <summary>A key set could not be had; what was had before stays in use.</summary>
internal sealed class KeysUnreadableException(KeyFailure failure) : Exception($"The keys could not be read: {failure}.")
{
    public KeyFailure Failure { get; } = failure;
}
