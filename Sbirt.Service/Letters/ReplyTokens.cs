using System.Security.Cryptography;

namespace Sbirt.Service.Letters;

/// <summary>
/// Random numbers for answers: 12 letters of 5 bits, without those that are mistaken for one another. They say nothing of a
/// person; 2^60 of them cannot be tried out.
/// </summary>
internal static class ReplyTokens
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string Next() => $"{Part()}-{Part()}-{Part()}";

    private static string Part() => RandomNumberGenerator.GetString(Letters, 4);
}
