using System.Buffers.Binary;

namespace Sbirt.Service.Store.Databases;

/// <summary>
/// After a kill, SQLite takes a write-ahead log that was cut short for one whose last commits never happened,
/// and says nothing. The index file left beside it still knows how many frames were committed; this compares.
/// </summary>
internal static class WriteAheadLog
{
    // https://www.sqlite.org/walformat.html: sizes and offsets of log, frame and index headers
    private const int LogHeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const int LogPageSizeAt = 8;
    private const int LogSaltAt = 16;
    private const int SaltBytes = 8;
    private const int IndexHeaderBytes = 48;
    private const int IndexIsWrittenAt = 12;
    private const int IndexFramesAt = 16;
    private const int IndexSaltAt = 32;

    /// <exception cref="StoreRefusedException">Committed frames are missing from the log.</exception>
    public static void RefuseWhenCutShort(string databaseFile)
    {
        var index = Head(databaseFile + "-shm", 2 * IndexHeaderBytes);
        if (index is null || index[IndexIsWrittenAt] == 0
            || !index.AsSpan(0, IndexHeaderBytes).SequenceEqual(index.AsSpan(IndexHeaderBytes)))
        {
            return;
        }

        // The index is in the byte order of the machine, the log in big-endian; the salts are copied as they are.
        var frames = BitConverter.ToUInt32(index, IndexFramesAt);
        if (frames > 0 && CommittedBytes(databaseFile + "-wal", index, frames) is { } missing)
        {
            throw new StoreRefusedException(
                $"The write-ahead log of the database is {missing} bytes short of what was committed, so nothing is served. "
                + "Put the log back as it was, or the last backup of the whole folder.");
        }
    }

    private static long? CommittedBytes(string logFile, byte[] index, uint frames)
    {
        if (Head(logFile, LogHeaderBytes) is not { } log)
        {
            return null;
        }

        if (!index.AsSpan(IndexSaltAt, SaltBytes).SequenceEqual(log.AsSpan(LogSaltAt, SaltBytes)))
        {
            return null;
        }

        var pageBytes = BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(LogPageSizeAt));
        var committed = LogHeaderBytes + (frames * (long)(FrameHeaderBytes + pageBytes));
        var missing = committed - new FileInfo(logFile).Length;
        return missing > 0 ? missing : null;
    }

    private static byte[]? Head(string file, int bytes)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[bytes];
        return stream.ReadAtLeast(head, bytes, throwOnEndOfStream: false) == bytes ? head : null;
    }
}
