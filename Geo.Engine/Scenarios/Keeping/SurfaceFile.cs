using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
using Microsoft.Win32.SafeHandles;

namespace Geo.Engine.Scenarios.Keeping;

/// <summary>
/// A surface laid down in a file of its own, for a while: a head of 64 bytes (mark, rows, columns, key), the cells row by row in little-endian order,
/// then a checksum (CRC-32C) of each row. Not a format for others: it may change with every version, and what does not check out is computed again.
/// </summary>
internal sealed class SurfaceFile : Surface, IDisposable
{
    private const int HeadBytes = 64;
    private const int KeyBytes = 32;
    private const long Mark = 0x31_4652_5553_4753; // "SGSURF1"

    private readonly SafeFileHandle _file;

    private SurfaceFile(GridFrame frame, SafeFileHandle file)
        : base(frame) => _file = file;

    /// <summary>Writes a surface into an empty file and keeps it open for reading.</summary>
    /// <param name="file">Opened for reading and writing; taken over, also when this fails.</param>
    /// <param name="key">What is written, 32 bytes.</param>
    /// <param name="surface">The surface.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="IOException">The disk is full or broken.</exception>
    public static SurfaceFile Write(SafeFileHandle file, ReadOnlySpan<byte> key, Surface surface, int threads, CancellationToken cancellation)
    {
        var written = new SurfaceFile(surface.Frame, file);
        try
        {
            var checks = new uint[surface.Frame.Rows];
            GridRows.ForEachStrip(surface.Frame.Rows, threads, (from, to) => written.WriteRows(surface, from, to, checks), cancellation, surface.RowsTogether);
            RandomAccess.Write(file, MemoryMarshal.AsBytes(checks.AsSpan()), BytesOfCells(surface.Frame) + HeadBytes);
            RandomAccess.Write(file, Head(surface.Frame, key), 0);
            return written;
        }
        catch
        {
            written.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file and checks every byte of it; null when it is not this surface, whole and undamaged. The handle is taken over.</summary>
    public static SurfaceFile? Open(SafeFileHandle file, ReadOnlySpan<byte> key, GridFrame frame, int threads, CancellationToken cancellation)
    {
        var opened = new SurfaceFile(frame, file);
        var isSound = false;
        try
        {
            return (isSound = opened.HasHead(key) && opened.RowsAreSound(threads, cancellation)) ? opened : null;
        }
        finally
        {
            if (!isSound)
                opened.Dispose();
        }
    }

    /// <summary>Bytes of the file of a surface on a frame.</summary>
    public static long BytesOf(GridFrame frame) => HeadBytes + BytesOfCells(frame) + ((long)frame.Rows * sizeof(uint));

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells) => Fill(MemoryMarshal.AsBytes(cells), HeadBytes + ((long)firstRow * Frame.Columns * sizeof(float)));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static long BytesOfCells(GridFrame frame) => frame.CellCount * sizeof(float);

    private static byte[] Head(GridFrame frame, ReadOnlySpan<byte> key)
    {
        var head = new byte[HeadBytes];
        MemoryMarshal.Write(head, Mark);
        MemoryMarshal.Write(head.AsSpan(sizeof(long)), frame.Rows);
        MemoryMarshal.Write(head.AsSpan(sizeof(long) + sizeof(int)), frame.Columns);
        key.CopyTo(head.AsSpan(HeadBytes - KeyBytes));
        return head;
    }

    private void WriteRows(Surface surface, int from, int to, uint[] checks)
    {
        var columns = Frame.Columns;
        var room = ArrayPool<float>.Shared.Rent((to - from) * columns);
        var cells = room.AsSpan(0, (to - from) * columns);
        surface.Read(from, cells);
        for (var row = from; row < to; row++)
            checks[row] = Check(cells.Slice((row - from) * columns, columns));
        RandomAccess.Write(_file, MemoryMarshal.AsBytes(cells), HeadBytes + ((long)from * columns * sizeof(float)));
        ArrayPool<float>.Shared.Return(room);
    }

    private bool HasHead(ReadOnlySpan<byte> key)
    {
        if (RandomAccess.GetLength(_file) != BytesOf(Frame))
            return false;
        var head = new byte[HeadBytes];
        Fill(head, 0);
        return head.AsSpan().SequenceEqual(Head(Frame, key));
    }

    private bool RowsAreSound(int threads, CancellationToken cancellation)
    {
        var checks = new uint[Frame.Rows];
        Fill(MemoryMarshal.AsBytes(checks.AsSpan()), HeadBytes + BytesOfCells(Frame));
        var isSound = true;
        void Strip(int from, int to)
        {
            var cells = new float[(to - from) * Frame.Columns];
            Read(from, cells);
            for (var row = from; row < to; row++)
                if (Check(cells.AsSpan((row - from) * Frame.Columns, Frame.Columns)) != checks[row])
                    Volatile.Write(ref isSound, false);
        }
        GridRows.ForEachStrip(Frame.Rows, threads, Strip, cancellation, RowsTogether);
        return isSound;
    }

    private static uint Check(ReadOnlySpan<float> cells)
    {
        var bytes = MemoryMarshal.AsBytes(cells);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var check = uint.MaxValue;
        foreach (var word in words)
            check = BitOperations.Crc32C(check, word);
        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
            check = BitOperations.Crc32C(check, last);
        return check;
    }

    /// <exception cref="EndOfStreamException">The file became shorter while it was open.</exception>
    private void Fill(Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(_file, bytes, offset);
            if (read == 0)
                throw new EndOfStreamException($"a kept surface ends {bytes.Length} bytes too early");
            bytes = bytes[read..];
            offset += read;
        }
    }
}
