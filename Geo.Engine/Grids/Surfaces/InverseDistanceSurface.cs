namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Inverse-distance weighting: sum(v d^-p) / sum(d^-p) over the stations within reach of the cell's centre. A cell less than a millimetre from a
/// station has its value (the mean of stations at one place). Never leaves the range of the stations. NaN where none is within reach.
/// </summary>
/// <remarks>Source: D. Shepard, A two-dimensional interpolation function for irregularly-spaced data, 1968.</remarks>
public sealed class InverseDistanceSurface : Surface
{
    private readonly IReadOnlyList<StationValue> _stations;
    private readonly InverseDistanceOptions _options;

    /// <summary>Prepares the interpolation.</summary>
    /// <param name="frame">Where the cells lie.</param>
    /// <param name="stations">Values at places in the frame's system.</param>
    /// <param name="options">Power and reach.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">A station is not finite.</exception>
    public InverseDistanceSurface(GridFrame frame, IReadOnlyList<StationValue> stations, InverseDistanceOptions options)
        : base(frame)
    {
        Interpolation.RequirePositive(options.MaxDistanceMetres, nameof(options.MaxDistanceMetres));
        Interpolation.Require(options.Power, stations);
        (_stations, _options) = (stations, options);
    }

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        if (_options.Power == 2)
            ReadSquares(firstRow, cells);
        else
            ReadPowers(firstRow, cells);
    }

    private void ReadSquares(int firstRow, Span<float> cells)
    {
        var means = new InverseSquareRow(Frame, _stations, _options.MaxDistanceMetres);
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
            means.Fill(row, cells[..Frame.Columns]);
    }

    private void ReadPowers(int firstRow, Span<float> cells)
    {
        var sums = new InverseDistanceRow(Frame, _options);
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
        {
            sums.Clear();
            var (x, y) = Frame.Centre(row, 0);
            foreach (var station in _stations)
                sums.Add(x - station.X, y - station.Y, station.Value);
            sums.Write(cells[..Frame.Columns]);
        }
    }
}
