using Geo.Engine.Geodesy;

namespace Geo.Engine.Tiles;

/// <summary>Where the positions of a layer lie in a tile: as its own grid says, or within a millionth of a unit of it.</summary>
internal sealed class TilePlacement
{
    // The poles lie at infinity in Mercator; far outside of every tile is near enough.
    private const double MostLatitude = 89.999999;

    private readonly Projection? _toLonLat;
    private readonly TileMatrixSet _set;
    private readonly TileSeries _near;
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
        _near = new TileSeries(tile);
        _unitsAcross = (double)_set.Columns(tile.Zoom) * TileGeometry.Units;
        _unitsDown = (double)TileMatrixSet.Rows(tile.Zoom) * TileGeometry.Units;
        (_left, _top) = ((double)tile.Column * TileGeometry.Units, (double)tile.Row * TileGeometry.Units);
    }

    /// <summary>Turns positions into places; NaN stays NaN.</summary>
    public void Place(Span<TilePlace> positions)
    {
        if (_toLonLat is not null)
        {
            foreach (ref var position in positions)
                position = Unprojected(_toLonLat, position);
        }
        for (var left = positions[_near.Place(positions)..]; !left.IsEmpty; left = left[_near.Place(left)..])
        {
            // What is not near enough, or too little to be taken together.
            left[0] = _near.Reaches(left[0].Y) ? _near.Of(left[0]) : Exact(left[0]);
            left = left[1..];
        }
    }

    private TilePlace Exact(TilePlace lonLat)
    {
        var (across, down) = _set.ShareOf(lonLat.X, Math.Clamp(lonLat.Y, -MostLatitude, MostLatitude));
        return new((across * _unitsAcross) - _left, (down * _unitsDown) - _top);
    }

    private static TilePlace Unprojected(Projection toLonLat, TilePlace position)
    {
        var (longitude, latitude) = toLonLat.Transform(position.X, position.Y);
        return new(longitude, latitude);
    }
}
