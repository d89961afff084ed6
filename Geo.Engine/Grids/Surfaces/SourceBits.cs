namespace Geo.Engine.Grids.Surfaces;

/// <summary>Which cells of a grid are not 0, one bit for each.</summary>
internal sealed class SourceBits
{
    private const int BitsInByte = 8;

    private readonly int _bytesInRow;
    private readonly byte[] _bits;

    public SourceBits(Grid<byte> sources)
    {
        _bytesInRow = (sources.Frame.Columns + BitsInByte - 1) / BitsInByte;
        _bits = new byte[(long)_bytesInRow * sources.Frame.Rows];
        for (var row = 0; row < sources.Frame.Rows; row++)
        {
            var cells = sources.Row(row);
            if (!cells.ContainsAnyExcept((byte)0))
                continue;
            IsEmpty = false;
            var bits = _bits.AsSpan(row * _bytesInRow, _bytesInRow);
            for (var column = 0; column < cells.Length; column++)
                if (cells[column] != 0)
                    bits[column / BitsInByte] |= (byte)(1 << (column % BitsInByte));
        }
    }

    /// <summary>Whether there is no such cell.</summary>
    public bool IsEmpty { get; } = true;

    /// <summary>1 in such cells of a row, 0 in the others.</summary>
    public void Unpack(int row, Span<byte> cells)
    {
        cells.Clear();
        var bits = _bits.AsSpan(row * _bytesInRow, _bytesInRow);
        for (var at = bits.IndexOfAnyExcept((byte)0); at >= 0 && at < bits.Length; at++)
            for (var bit = 0; bits[at] >> bit != 0; bit++)
                if (((bits[at] >> bit) & 1) != 0)
                    cells[(at * BitsInByte) + bit] = 1;
    }
}
