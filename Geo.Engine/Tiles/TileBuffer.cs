using System.Buffers;
using System.Runtime.CompilerServices;

namespace Geo.Engine.Tiles;

/// <summary>
/// A list in an array lent by the pool. A tile of thousands of features fills several megabytes that grow while it is drawn: arrays of that size made anew for
/// each tile cost a fifth of its time. Not to be shared between threads.
/// </summary>
internal sealed class TileBuffer<T> : IDisposable
    where T : unmanaged
{
    private T[] _items;

    /// <summary>An empty list.</summary>
    /// <param name="expected">Items for which there is room at first.</param>
    public TileBuffer(int expected = 256) => _items = ArrayPool<T>.Shared.Rent(expected);

    /// <summary>A list of so many zeros.</summary>
    public static TileBuffer<T> Zeros(int items)
    {
        var zeros = new TileBuffer<T>(items);
        zeros._items.AsSpan(0, items).Clear();
        zeros.Count = items;
        return zeros;
    }

    /// <summary>Items in it.</summary>
    public int Count { get; private set; }

    /// <summary>The items; good until one is added.</summary>
    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Adds an item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _items.Length)
            Grow(1);
        _items[Count++] = item;
    }

    /// <summary>Adds items one behind the other.</summary>
    public void Add(ReadOnlySpan<T> items)
    {
        items.CopyTo(Room(items.Length));
        Count += items.Length;
    }

    /// <summary>Room for items that will be added; see <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Room(int items)
    {
        if (_items.Length - Count < items)
            Grow(items);
        return _items.AsSpan(Count);
    }

    /// <summary>So many items have been written into the room.</summary>
    public void Advance(int items) => Count += items;

    /// <summary>Forgets the last items.</summary>
    /// <param name="items">How many stay.</param>
    public void ShrinkTo(int items) => Count = items;

    /// <summary>Forgets the items.</summary>
    public void Clear() => Count = 0;

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        (_items, Count) = ([], 0);
    }

    private void Grow(int items)
    {
        var wider = ArrayPool<T>.Shared.Rent(Math.Max(_items.Length * 2, Count + items));
        Items.CopyTo(wider);
        ArrayPool<T>.Shared.Return(_items);
        _items = wider;
    }
}
