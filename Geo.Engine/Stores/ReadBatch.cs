namespace Geo.Engine.Stores;

/// <summary>Items that are read together before they are written: so many, or so many bytes of them. Used by one thread at a time.</summary>
internal abstract class ReadBatch<T>
{
    /// <summary>Items at most.</summary>
    protected const int MostItems = 256;

    /// <summary>Bytes from which on it takes no more.</summary>
    protected const long MostBytes = 1 << 20;

    /// <summary>Items taken since it was emptied.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it is to be handed on.</summary>
    public bool IsFull => Count == MostItems || Bytes >= MostBytes;

    /// <summary>The items, each good until the next is asked for.</summary>
    public abstract IEnumerable<T> Items { get; }

    private long Bytes { get; set; }

    /// <summary>Takes an item.</summary>
    public void Add(T item)
    {
        Bytes += Put(item, Count);
        Count++;
    }

    /// <summary>Empties it, to be filled anew.</summary>
    public virtual void Clear() => (Count, Bytes) = (0, 0);

    /// <summary>Puts an item into a place and tells about how many bytes it holds.</summary>
    protected abstract long Put(T item, int place);
}
