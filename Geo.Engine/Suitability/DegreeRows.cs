using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>
/// Memberships of a run of cells, one row for each criterion; NaN where a criterion is left out or the cell does not count. Rows are a buffer of
/// their own, or lie in grids that are kept.
/// </summary>
internal sealed class DegreeRows
{
    /// <summary>Most cells in a run: eight criteria of them stay in a processor's first cache.</summary>
    public const int MostCells = 1024;

    private readonly float[] _buffer = [];
    private readonly Grid<float>[]? _grids; // an array, since rows are asked for every few cells
    private int _row;
    private int _start;

    /// <summary>Rows of a buffer.</summary>
    public DegreeRows(int criteria)
    {
        _buffer = new float[criteria * MostCells];
        Criteria = criteria;
    }

    /// <summary>Rows that lie in grids.</summary>
    public DegreeRows(IReadOnlyList<Grid<float>> grids)
    {
        _grids = [.. grids];
        Criteria = _grids.Length;
    }

    /// <summary>Number of criteria.</summary>
    public int Criteria { get; }

    /// <summary>Number of cells.</summary>
    public int Length { get; private set; }

    /// <summary>The cells of one criterion.</summary>
    public Span<float> this[int criterion] => _grids is null
        ? _buffer.AsSpan(criterion * MostCells, Length)
        : _grids[criterion].Row(_row).Slice(_start, Length);

    /// <summary>Turns to other cells; the values of a buffer are then to be written.</summary>
    public void MoveTo(int row, int start, int length) => (_row, _start, Length) = (row, start, length);
}
