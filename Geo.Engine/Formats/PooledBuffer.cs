using System.Buffers;
using System.Runtime.CompilerServices;

namespace Geo.Engine.Formats;

/// <summary>
/// Bytes on their way out, in an array borrowed from the shared pool; grows when one feature is larger than it is. Writers of features name this class and no
/// interface, so that the compiler sees through the few instructions of each step: a page has tens of thousands of them.
/// </summary>
/// <param name="capacity">Bytes to begin with, at least.</param>
public sealed class PooledBuffer(int capacity) : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Number of bytes waiting.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes waiting.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Count);

    /// <inheritdoc/>
    public void Advance(int count) => Count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return bytes.AsMemory(Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (bytes.Length - Count <= sizeHint)
            Grow(sizeHint + 1);
        return bytes.AsSpan(Count);
    }

    /// <summary>Adds bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> more)
    {
        more.CopyTo(GetSpan(more.Length));
        Count += more.Length;
    }

    /// <summary>Adds a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte more)
    {
        GetSpan(1)[0] = more;
        Count++;
    }

    /// <summary>Forgets the bytes.</summary>
    public void Clear() => Count = 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private void Grow(int free)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Count + free));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
