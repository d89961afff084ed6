namespace Geo.Engine.Grids.Surfaces;

/// <summary>Kriged values, or their standard errors, at all cell centres. Every cell has one: far from stations the value is their mean and the error is largest.</summary>
/// <param name="frame">Where the cells lie.</param>
/// <param name="kriging">The solved system.</param>
/// <param name="output">Which of both.</param>
public sealed class KrigedSurface(GridFrame frame, OrdinaryKriging kriging, KrigingOutput output) : Surface(frame)
{
    /// <inheritdoc/>
    public override int RowsTogether => output == KrigingOutput.Value ? TileNodes.Side : 4; // an error costs as much as many values

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        if (output == KrigingOutput.StandardError)
            ReadErrors(firstRow, cells);
        else if (kriging.Variogram.Model == VariogramModel.Spherical)
            ReadValues<SphericalCorrelation>(firstRow, cells);
        else if (kriging.Variogram.Model == VariogramModel.Exponential)
            ReadValues<ExponentialCorrelation>(firstRow, cells);
        else
            ReadValues<GaussianCorrelation>(firstRow, cells);
    }

    private void ReadValues<TCorrelation>(int firstRow, Span<float> cells)
        where TCorrelation : struct, ICorrelation
    {
        var tiles = new KrigedTiles<TCorrelation>(Frame, kriging);
        for (int row = firstRow, rows; !cells.IsEmpty; row += rows, cells = cells[(rows * Frame.Columns)..])
        {
            rows = Math.Min(TileNodes.Side - (row % TileNodes.Side), cells.Length / Frame.Columns);
            tiles.Fill(row, cells[..(rows * Frame.Columns)]);
        }
    }

    private void ReadErrors(int firstRow, Span<float> cells)
    {
        var covariances = new CovarianceRow(Frame, kriging);
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
            Errors(row, covariances, cells[..Frame.Columns]);
    }

    private void Errors(int row, CovarianceRow covariances, Span<float> cells)
    {
        var byStation = new double[kriging.Stations.Count][];
        for (var station = 0; station < byStation.Length; station++)
            byStation[station] = covariances.Of(row, station).ToArray();
        var atCell = new double[byStation.Length];
        for (var column = 0; column < cells.Length; column++)
        {
            for (var station = 0; station < atCell.Length; station++)
                atCell[station] = byStation[station][column];
            cells[column] = (float)kriging.StandardError(atCell);
        }
    }
}
