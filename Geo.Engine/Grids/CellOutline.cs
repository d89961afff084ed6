using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>Vertices of a geometry in cells of a frame.</summary>
internal static class CellOutline
{
    /// <summary>The positions of a sequence's vertices.</summary>
    /// <exception cref="ArgumentException">An ordinate is NaN or infinite.</exception>
    public static CellPosition[] Of(GridFrame frame, CoordinateSequence vertices)
    {
        var positions = new CellPosition[vertices.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            var (x, y) = (vertices.GetX(i), vertices.GetY(i));
            if (!double.IsFinite(x) || !double.IsFinite(y))
                throw new ArgumentException($"vertex {i} is ({x}, {y}); ordinates must be finite", nameof(vertices));
            positions[i] = new CellPosition((x - frame.Left) / frame.CellSizeMetres, (frame.Top - y) / frame.CellSizeMetres);
        }
        return positions;
    }
}
