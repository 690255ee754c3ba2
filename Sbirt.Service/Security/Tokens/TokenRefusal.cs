namespace Sbirt.Service.Security.Tokens;

/// <summary>Why a token was refused. Written to the log and counted; the caller is never told.</summary>
internal enum TokenRefusal
{
    /// <summary>No token was sent.</summary>
    Missing,

    /// <summary>Two Authorization headers, or another scheme than Bearer.</summary>
    Header,

    /// <summary>Longer than 8 KiB.</summary>
    TooLong,

    /// <summary>Encrypted (five parts): nobody here can decrypt.</summary>
    Encrypted,

    /// <summary>Not three parts of base64url with JSON objects of unique names in the first two.</summary>
    Form,

    /// <summary>Signed with an algorithm that is not allowed.</summary>
    Algorithm,

    /// <summary>The header lacks a usable <c>kid</c>, has another <c>typ</c>, or asks for an extension (<c>crit</c>, <c>b64</c>).</summary>
    TokenHeader,

    /// <summary>A claim is missing or of the wrong kind.</summary>
    Claims,

    /// <summary>The issuer is not trusted.</summary>
    Issuer,

    /// <summary>No client of this issuer has this tenant, or this client id.</summary>
    Client,

    /// <summary>Meant for somebody else, or for another address of ours.</summary>
    Audience,

    /// <summary>Expired, not valid yet, or valid for too long.</summary>
    Lifetime,

    /// <summary>Names an address of keys that was not agreed.</summary>
    KeyAddress,

    /// <summary>Names a key that the issuer does not publish, or that does not fit the algorithm.</summary>
    Key,

    /// <summary>The signature does not hold.</summary>
    Signature,

    /// <summary>Used before.</summary>
    Replayed,
}
