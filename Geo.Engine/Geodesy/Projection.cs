using System.Collections.Concurrent;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Geodesy;

/// <summary>
/// Turns positions of one coordinate system into another; x is always longitude or easting, y latitude or northing.
/// Immutable and safe to share between threads. Agrees with PROJ 9.1 to 0.02 mm; see docs/adr/0002-geodesy.md.
/// </summary>
public sealed class Projection
{
    private const int SamplesPerSide = 32;

    private static readonly ConcurrentDictionary<(string Source, string Target, DatumOperation Operation), Projection> Cache = new();

    private readonly PlaneProjection? _from;
    private readonly PlaneProjection? _to;
    private readonly DatumShift? _shift;
    private readonly bool _shiftsToWgs84;
    private readonly bool _isIdentity;

    private Projection(CoordinateSystem source, CoordinateSystem target, DatumOperation operation)
    {
        Source = source;
        Target = target;
        var (from, to) = (SystemDefinition.Of(source), SystemDefinition.Of(target));
        (_from, _to) = (from.Plane, to.Plane);
        _shift = from.IsVn2000 == to.IsVn2000 ? null : new DatumShift(operation);
        _shiftsToWgs84 = from.IsVn2000;
        _isIdentity = _shift is null && _from == _to;
    }

    /// <summary>The system positions come in.</summary>
    public CoordinateSystem Source { get; }

    /// <summary>The system positions go out in.</summary>
    public CoordinateSystem Target { get; }

    /// <summary>The projection between two known systems, with the datum shift EPSG:6960 where VN-2000 meets WGS 84. Cached.</summary>
    /// <exception cref="ArgumentException">A system is none of <see cref="CoordinateSystems.All"/>.</exception>
    public static Projection Between(CoordinateSystem source, CoordinateSystem target) => Between(source, target, DatumOperation.Epsg6960);

    /// <summary>The projection between two known systems, with a chosen datum shift where VN-2000 meets WGS 84. Cached.</summary>
    /// <exception cref="ArgumentException">A system is none of <see cref="CoordinateSystems.All"/>.</exception>
    public static Projection Between(CoordinateSystem source, CoordinateSystem target, DatumOperation operation) =>
        Cache.GetOrAdd((source.Code, target.Code, operation), _ => new Projection(source, target, operation));

    /// <summary>One position. NaN in gives NaN out.</summary>
    public (double X, double Y) Transform(double x, double y)
    {
        if (_isIdentity)
            return (x, y);
        if (_from is not null)
            (x, y) = _from.ToGeographic(x, y);
        if (_shift is not null)
            (x, y) = _shiftsToWgs84 ? _shift.ToWgs84(x, y) : _shift.ToVn2000(x, y);
        return _to is null ? (x, y) : _to.ToPlane(x, y);
    }

    /// <summary>A copy of the geometry in the target system, with its SRID set; the input is not touched. Heights and measures stay as they are.</summary>
    public Geometry Transform(Geometry geometry)
    {
        var copy = geometry.Copy();
        copy.Apply(new PositionFilter(this));
        copy.SRID = Target.Srid;
        return copy;
    }

    /// <summary>
    /// The box around the transformed outline of <paramref name="extent"/>: each side is sampled and the box is grown by the bulge a side may
    /// have between two samples, so curved sides stay inside.
    /// </summary>
    public Extent Transform(Extent extent)
    {
        if (_isIdentity)
            return extent;
        var bottom = Side(extent.MinX, extent.MinY, extent.MaxX, extent.MinY);
        var top = Side(extent.MinX, extent.MaxY, extent.MaxX, extent.MaxY);
        var left = Side(extent.MinX, extent.MinY, extent.MinX, extent.MaxY);
        var right = Side(extent.MaxX, extent.MinY, extent.MaxX, extent.MaxY);
        (double X, double Y)[] all = [.. bottom, .. top, .. left, .. right];
        return new Extent(
            all.Min(p => p.X) - Bulge(left, p => p.X),
            all.Min(p => p.Y) - Bulge(bottom, p => p.Y),
            all.Max(p => p.X) + Bulge(right, p => p.X),
            all.Max(p => p.Y) + Bulge(top, p => p.Y));
    }

    private (double X, double Y)[] Side(double fromX, double fromY, double toX, double toY)
    {
        var points = new (double X, double Y)[SamplesPerSide + 1];
        for (var i = 0; i <= SamplesPerSide; i++)
        {
            var t = (double)i / SamplesPerSide;
            points[i] = Transform((fromX * (1 - t)) + (toX * t), (fromY * (1 - t)) + (toY * t));
        }

        return points;
    }

    // A curve leaves the chord between two samples by an eighth of the second difference; a fifth leaves room for its change along the side.
    private static double Bulge((double X, double Y)[] side, Func<(double X, double Y), double> across)
    {
        var largest = 0.0;
        for (var i = 1; i < SamplesPerSide; i++)
            largest = Math.Max(largest, Math.Abs(across(side[i - 1]) - (2 * across(side[i])) + across(side[i + 1])));
        return largest / 5;
    }

    private sealed class PositionFilter(Projection projection) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                var (x, y) = projection.Transform(sequence.GetX(i), sequence.GetY(i));
                sequence.SetX(i, x);
                sequence.SetY(i, y);
            }
        }
    }
}
