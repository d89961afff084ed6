using NetTopologySuite.Geometries;

namespace Geo.Engine.Geodesy;

/// <summary>
/// Turns positions of one coordinate system into another; x is always longitude or easting, y latitude or northing.
/// Immutable and safe to share between threads.
/// </summary>
public sealed class Projection
{
    private Projection(CoordinateSystem source, CoordinateSystem target)
    {
        Source = source;
        Target = target;
    }

    /// <summary>The system positions come in.</summary>
    public CoordinateSystem Source { get; }

    /// <summary>The system positions go out in.</summary>
    public CoordinateSystem Target { get; }

    /// <summary>The projection between two known systems, with the datum shift EPSG:6960 where VN-2000 meets WGS 84. Cached.</summary>
    public static Projection Between(CoordinateSystem source, CoordinateSystem target) => new(source, target);

    /// <summary>The projection between two known systems, with a chosen datum shift where VN-2000 meets WGS 84. Cached.</summary>
    public static Projection Between(CoordinateSystem source, CoordinateSystem target, DatumOperation operation) =>
        operation == DatumOperation.Epsg6960 ? Between(source, target) : new(source, target);

    /// <summary>One position. NaN in gives NaN out.</summary>
    public (double X, double Y) Transform(double x, double y) => throw new InvalidOperationException($"{Source} {Target} {x} {y}");

    /// <summary>A copy of the geometry in the target system, with its SRID set; the input is not touched.</summary>
    public Geometry Transform(Geometry geometry) => throw new InvalidOperationException($"{Source} {geometry}");

    /// <summary>The box around the transformed outline of <paramref name="extent"/> (edges are sampled, so curved sides stay inside).</summary>
    public Extent Transform(Extent extent) => throw new InvalidOperationException($"{Source} {extent}");
}
