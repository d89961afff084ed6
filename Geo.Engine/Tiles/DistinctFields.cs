using System.Buffers.Binary;

namespace Geo.Engine.Tiles;

/// <summary>
/// Fields of a message, each kept once and numbered from 0 as they come: a field is written, then its number asked for. Not to be shared between threads.
/// </summary>
internal sealed class DistinctFields : IDisposable
{
    private const int HashBits = 32;

    private readonly TileBuffer<int> _ends = new();
    private TileBuffer<ulong> _slots = TileBuffer<ulong>.Zeros(1024); // 0 for none, else the hash of a field above its number + 1
    private int _written;

    /// <summary>Takes the next field.</summary>
    public ProtobufWriter Writer { get; } = new();

    /// <summary>How many fields there are.</summary>
    public int Count => _ends.Count;

    /// <summary>The field of a number.</summary>
    public ReadOnlySpan<byte> this[uint number]
    {
        get
        {
            var start = number == 0 ? 0 : _ends.Items[(int)number - 1];
            return Writer.Written[start.._ends.Items[(int)number]];
        }
    }

    /// <summary>The number of the field that was written, which is forgotten again if it is not the first of its kind.</summary>
    public uint NumberOfWritten()
    {
        var field = Writer.Written[_written..];
        var hash = HashOf(field);
        var slots = _slots.Items;
        var slot = (int)hash & (slots.Length - 1);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var number = (uint)slots[slot] - 1;
            if (slots[slot] >> HashBits != hash || !this[number].SequenceEqual(field))
                continue;
            Writer.ShrinkTo(_written);
            return number;
        }
        slots[slot] = ((ulong)hash << HashBits) | (uint)(_ends.Count + 1);
        _written = Writer.Length;
        _ends.Add(_written);
        if (_ends.Count * 4 > slots.Length * 3)
            Widen();
        return (uint)_ends.Count - 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer.Dispose();
        _ends.Dispose();
        _slots.Dispose();
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
