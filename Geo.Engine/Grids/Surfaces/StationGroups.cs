using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>Stations by how a tile has to look at them, in their order. Lengths are counted in ranges, x to the east, y to the south.</summary>
internal sealed class StationGroups
{
    private readonly PlacedStation[] _all;
    private readonly PlacedStation[] _far;
    private readonly PlacedStation[] _near;
    private readonly PlacedStation[] _ending;
    private readonly PlacedStation[] _beyond;
    private int _farCount;
    private int _nearCount;
    private int _endingCount;
    private int _beyondCount;

    /// <summary>The stations of a solved system.</summary>
    /// <param name="kriging">The system.</param>
    /// <param name="left">Easting that places are counted from, metres.</param>
    /// <param name="top">Northing that places are counted from, metres.</param>
    public StationGroups(OrdinaryKriging kriging, double left, double top)
    {
        var (variogram, stations, weights) = (kriging.Variogram, kriging.Stations, kriging.Weights);
        _all = new PlacedStation[stations.Count];
        for (var i = 0; i < _all.Length; i++)
            _all[i] = new(
                (stations[i].X - left) / variogram.RangeMetres, (top - stations[i].Y) / variogram.RangeMetres, weights[i] * variogram.PartialSill, weights[i] * variogram.Sill);
        (_far, _near, _ending, _beyond) = (new PlacedStation[_all.Length], new PlacedStation[_all.Length], new PlacedStation[_all.Length], new PlacedStation[_all.Length]);
    }

    /// <summary>Those of which the nodes are enough.</summary>
    public ReadOnlySpan<PlacedStation> Far => _far.AsSpan(0, _farCount);

    /// <summary>Those that every cell has to look at.</summary>
    public ReadOnlySpan<PlacedStation> Near => _near.AsSpan(0, _nearCount);

    /// <summary>Those, not counted at nodes, whose range ends in the tile.</summary>
    public ReadOnlySpan<PlacedStation> Ending => _ending.AsSpan(0, _endingCount);

    /// <summary>Those, counted at nodes as if they had no end, whose range ends in the tile.</summary>
    public ReadOnlySpan<PlacedStation> Beyond => _beyond.AsSpan(0, _beyondCount);

    /// <summary>Groups the stations for a tile; places are counted from its middle then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void See<TCorrelation>(double x, double y, TileNodes tile)
        where TCorrelation : struct, ICorrelation
    {
        (_farCount, _nearCount, _endingCount, _beyondCount) = (0, 0, 0, 0);
        var far = tile.Half <= TCorrelation.WidestHalf ? tile.FarSquared : double.PositiveInfinity;
        foreach (ref readonly var each in _all.AsSpan())
        {
            var station = each with { X = each.X - x, Y = each.Y - y };
            var (across, down) = (Math.Abs(station.X), Math.Abs(station.Y));
            if (Squared(Math.Max(0, across - tile.Half), Math.Max(0, down - tile.Half)) >= TCorrelation.EndSquared)
                continue;
            var squared = Squared(across, down);
            if (squared < far)
                _near[_nearCount++] = station;
            else if (!TCorrelation.HasEdge || Squared(across + tile.Half, down + tile.Half) <= TCorrelation.EndSquared)
                _far[_farCount++] = station;
            else if (squared < TCorrelation.EndSquared)
                _far[_farCount++] = _beyond[_beyondCount++] = station;
            else
                _ending[_endingCount++] = station;
        }
    }

    private static double Squared(double across, double down) => (across * across) + (down * down);
}
