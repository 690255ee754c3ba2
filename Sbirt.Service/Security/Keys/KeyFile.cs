using System.Collections.Frozen;

namespace Sbirt.Service.Security.Keys;

/// <summary>A key set that the operator put into a file; read again when a key is missing in it.</summary>
internal sealed class KeyFile(string path) : IKeySource
{
    public async Task<FrozenDictionary<string, TrustedKey>> ReadAsync()
    {
        try
        {
            var isTooLarge = new FileInfo(path).Length > KeyDocument.MostBytes;
            return isTooLarge
                ? throw new KeysUnreadableException(KeyFailure.TooLarge)
                : KeyDocument.Read(await File.ReadAllBytesAsync(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeysUnreadableException(KeyFailure.Unreachable);
        }
    }
}
