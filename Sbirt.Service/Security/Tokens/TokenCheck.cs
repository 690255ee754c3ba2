using Sbirt.Service.Security.Scopes;

namespace Sbirt.Service.Security.Tokens;

/// <summary>What became of a token.</summary>
internal abstract record TokenCheck
{
    private TokenCheck()
    {
    }

    /// <summary>It is good, and this client may do this.</summary>
    internal sealed record Accepted(CallingClient Client, Grants Grants) : TokenCheck;

    internal sealed record Refused(TokenRefusal Why) : TokenCheck;

    public static TokenCheck Refuse(TokenRefusal why) => new Refused(why);
}
