using Geo.Engine.Geodesy;

namespace Geo.Engine.Tiles;

/// <summary>Where the positions of a layer lie in a tile.</summary>
internal sealed class TilePlacement
{
    // The poles lie at infinity in Mercator; far outside of every tile is near enough.
    private const double MostLatitude = 89.999999;

    private readonly Projection? _toLonLat;
    private readonly TileMatrixSet _set;
    private readonly double _unitsAcross;
    private readonly double _unitsDown;
    private readonly double _left;
    private readonly double _top;

    /// <summary>For one layer and one tile.</summary>
    /// <param name="system">The system of the layer.</param>
    /// <param name="tile">The tile.</param>
    public TilePlacement(CoordinateSystem system, TileAddress tile)
    {
        _toLonLat = system.Srid == CoordinateSystems.Crs84.Srid ? null : Projection.Between(system, CoordinateSystems.Crs84);
        _set = tile.Set;
        _unitsAcross = (double)_set.Columns(tile.Zoom) * TileGeometry.Units;
        _unitsDown = (double)TileMatrixSet.Rows(tile.Zoom) * TileGeometry.Units;
        (_left, _top) = ((double)tile.Column * TileGeometry.Units, (double)tile.Row * TileGeometry.Units);
    }

    /// <summary>The place of a position.</summary>
    public TilePlace Of(double x, double y)
    {
        if (_toLonLat is not null)
            (x, y) = _toLonLat.Transform(x, y);
        var (across, down) = _set.ShareOf(x, Math.Clamp(y, -MostLatitude, MostLatitude));
        return new((across * _unitsAcross) - _left, (down * _unitsDown) - _top);
    }
}
