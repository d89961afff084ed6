namespace Geo.Engine.Grids.Surfaces;

/// <summary>The last two rows that were read of a surface, for a reader who goes down it. Not to be shared between threads.</summary>
internal sealed class RowWindow(Surface source)
{
    private readonly float[][] _rows = [new float[source.Frame.Columns], new float[source.Frame.Columns]];
    private readonly int[] _numbers = [-1, -1];

    /// <summary>A row; valid until two others have been asked for.</summary>
    public ReadOnlySpan<float> Row(int row)
    {
        var place = row & 1;
        if (_numbers[place] != row)
        {
            source.Read(row, _rows[place]);
            _numbers[place] = row;
        }
        return _rows[place];
    }
}
