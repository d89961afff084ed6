using System.Buffers.Binary;

namespace Geo.Engine.Tiles;

/// <summary>
/// Fields of a message, each kept once and numbered from 0 as they come. Several are written, each marked when it is whole, and then their numbers asked for: what is looked up
/// lies far apart in memory, and the processor fetches it for all at once. Not to be shared between threads.
/// </summary>
internal sealed class DistinctFields : IDisposable
{
    private const int HashBits = 32;

    private readonly TileBuffer<int> _starts = new();
    private readonly TileBuffer<(uint Hash, int Start, int Length)> _marked = new();
    private TileBuffer<ulong> _slots = TileBuffer<ulong>.Zeros(1024); // 0 for none, else the hash of a field above its number + 1
    private int _end;
    private int _written;

    /// <summary>Takes the next field: its number, its length, its bytes.</summary>
    public ProtobufWriter Writer { get; } = new();

    /// <summary>How many fields there are.</summary>
    public int Count => _starts.Count;

    /// <summary>The field of a number.</summary>
    public ReadOnlySpan<byte> this[uint number]
    {
        get
        {
            var next = (int)number + 1;
            return Writer.Written[_starts.Items[(int)number]..(next == _starts.Count ? _end : _starts.Items[next])];
        }
    }

    /// <summary>What was written since the last mark is a field.</summary>
    public void Mark()
    {
        var field = Writer.Written[_written..];
        _marked.Add((HashOf(field), _written, field.Length));
        _written = Writer.Length;
    }

    /// <summary>Gives the numbers of the marked fields in their order; those that are not the first of their kind are forgotten.</summary>
    /// <param name="numbers">Room for as many as were marked.</param>
    public void TakeNumbers(Span<uint> numbers)
    {
        var marked = _marked.Items;
        for (var i = 0; i < marked.Length; i++)
            numbers[i] = NumberOf(marked[i].Hash, Writer.Written.Slice(marked[i].Start, marked[i].Length));
        Writer.ShrinkTo(_end);
        _written = _end;
        _marked.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer.Dispose();
        _starts.Dispose();
        _marked.Dispose();
        _slots.Dispose();
    }

    // A field tells its own length, so that none is the beginning of another.
    private uint NumberOf(uint hash, ReadOnlySpan<byte> field)
    {
        var slots = _slots.Items;
        var slot = (int)hash & (slots.Length - 1);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var number = (int)slots[slot] - 1;
            if (slots[slot] >> HashBits == hash && Writer.Written.Slice(_starts.Items[number], field.Length).SequenceEqual(field))
                return (uint)number;
        }
        slots[slot] = ((ulong)hash << HashBits) | (uint)(_starts.Count + 1);
        return Add(field);
    }

    private uint Add(ReadOnlySpan<byte> field)
    {
        Writer.MoveTo(_end, field);
        _starts.Add(_end);
        _end += field.Length;
        if (_starts.Count * 4 > _slots.Count * 3)
            Widen();
        return (uint)_starts.Count - 1;
    }

    private void Widen()
    {
        var wider = TileBuffer<ulong>.Zeros(_slots.Count * 2);
        var slots = wider.Items;
        foreach (var entry in _slots.Items)
        {
            if (entry == 0)
                continue;
            var slot = (int)(entry >> HashBits) & (slots.Length - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = entry;
        }
        _slots.Dispose();
        _slots = wider;
    }

    // Eight bytes at a time, multiplied and folded; the last eight overlap those before. Both halves of a product together depend on every bit. Which slot a field lies in never shows in a tile.
    private static uint HashOf(ReadOnlySpan<byte> field)
    {
        var hash = (ulong)field.Length;
        var left = field;
        for (; left.Length > sizeof(ulong); left = left[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(left));
        if (field.Length >= sizeof(ulong))
            return (uint)(Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(field[^sizeof(ulong)..])) >> HashBits);
        foreach (var one in left)
            hash = (hash << 8) + one;
        return (uint)(Mix(hash) >> HashBits);
    }

    private static ulong Mix(ulong hash) => Math.BigMul(hash, 0x9E37_79B9_7F4A_7C15, out var low) ^ low;
}
