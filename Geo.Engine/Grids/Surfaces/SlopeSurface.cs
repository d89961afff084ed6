namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Slope of a surface of heights, by the weighted differences of the eight cells around each. Heights are in metres, as cells are. No value where the cell or one of the
/// eight has none, and in the outermost cells.
/// </summary>
/// <param name="heights">The heights, metres.</param>
/// <param name="unit">Degrees or percent.</param>
/// <remarks>Source: B. Horn, Hill shading and the reflectance map, Proceedings of the IEEE 69 (1981), equations of section IV; as gdaldem and r.slope.aspect use them.</remarks>
public sealed class SlopeSurface(Surface heights, SlopeUnit unit) : Surface(heights.Frame)
{
    private const int Percent = 100;
    private const double DegreesPerRadian = 180 / Math.PI;

    private readonly double _scale = 1 / (8 * heights.Frame.CellSizeMetres);

    /// <inheritdoc/>
    public override int RowsTogether => heights.RowsTogether;

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var columns = Frame.Columns;
        var first = Math.Max(0, firstRow - 1);
        var last = Math.Min(Frame.Rows, firstRow + (cells.Length / columns) + 1);
        var around = new float[(last - first) * columns];
        heights.Read(first, around);
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[columns..])
        {
            var slopes = cells[..columns];
            if (row == 0 || row == Frame.Rows - 1)
                slopes.Fill(float.NaN);
            else
                Fill(around.AsSpan((row - 1 - first) * columns, 3 * columns), slopes);
        }
    }

    private void Fill(ReadOnlySpan<float> three, Span<float> slopes)
    {
        var columns = slopes.Length;
        var above = three[..columns];
        var here = three.Slice(columns, columns);
        var below = three[(2 * columns)..];
        (slopes[0], slopes[^1]) = (float.NaN, float.NaN);
        for (var c = 1; c < columns - 1; c++)
        {
            var across = ((double)above[c + 1] + (2.0 * here[c + 1]) + below[c + 1]) - ((double)above[c - 1] + (2.0 * here[c - 1]) + below[c - 1]);
            var down = ((double)below[c - 1] + (2.0 * below[c]) + below[c + 1]) - ((double)above[c - 1] + (2.0 * above[c]) + above[c + 1]);
            var rise = Math.Sqrt((across * across) + (down * down)) * _scale;
            var slope = unit == SlopeUnit.Percent ? rise * Percent : Math.Atan(rise) * DegreesPerRadian;
            slopes[c] = float.IsNaN(here[c]) ? float.NaN : (float)slope;
        }
    }
}
