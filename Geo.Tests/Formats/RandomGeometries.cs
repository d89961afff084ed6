using CsCheck;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Formats;

/// <summary>Geometries of every kind, empty, nested, with holes and heights, and ordinates on the edges of rounding.</summary>
internal static class RandomGeometries
{
    private static readonly GeometryFactory Factory = GeometryFactory.Default;

    // The last two are where scaled numbers of seven decimals stop being exact.
    private static readonly double[] Edges = [0.0, -0.0, 1e15, -1e15, 180, -180, 225179981.3685248, 450359962.7370496];

    private static readonly Gen<double>[] Kinds =
    [
        Gen.Double[-180, 180],
        Gen.Double[-180, 180].Select(d => Math.Round(d, 7)),
        Gen.Long[-2_000_000_000, 2_000_000_000].Select(n => (n + 0.5) / 1e7),
        Gen.Int[-200, 200].Select(n => (double)n),
        Gen.Double[-2e6, 2e6],
        Gen.Double[-1e-6, 1e-6],
        Gen.Double[-2e15, 2e15],
        Gen.Int[0, Edges.Length - 1].Select(i => Edges[i]),
    ];

    /// <summary>Numbers as they stand in files: of any size, at the half of a last decimal, whole, zero of either sign.</summary>
    public static Gen<double> Ordinate { get; } = Gen.OneOf(Kinds);

    /// <summary>Some of them, often all of one kind, as they stand in one file.</summary>
    public static Gen<double[]> Ordinates { get; } = Gen.Int[0, Kinds.Length].SelectMany(kind => (kind == Kinds.Length ? Ordinate : Kinds[kind]).Array[2, 300]);

    private static readonly Gen<Coordinate> Flat = Gen.Select(Ordinate, Ordinate, (x, y) => new Coordinate(x, y));

    private static readonly Gen<Coordinate> High = Gen.Select(Ordinate, Ordinate, Gen.OneOf(Ordinate, Gen.Const(double.NaN)), (x, y, z) => (Coordinate)new CoordinateZ(x, y, z));

    /// <summary>Any geometry.</summary>
    public static Gen<Geometry> Any { get; } = Gen.Bool.SelectMany(isHigh => Of(isHigh ? High : Flat, 3));

    private static Gen<Geometry> Of(Gen<Coordinate> position, int levels)
    {
        var point = Gen.Frequency((1, Gen.Const(0).Select(_ => Factory.CreatePoint())), (4, position.Select(p => Factory.CreatePoint(p))));
        var line = Gen.OneOf(Gen.Const(0), Gen.Int[2, 8]).SelectMany(n => position.Array[n]).Select(p => Factory.CreateLineString(p));
        var ring = Gen.Int[3, 9].SelectMany(n => position.Array[n]).Select(p => Factory.CreateLinearRing([.. p, p[0].Copy()]));
        var polygon = Gen.Frequency(
            (1, Gen.Const(0).Select(_ => Factory.CreatePolygon())),
            (4, Gen.Select(ring, ring.Array[0, 2], (shell, holes) => Factory.CreatePolygon(shell, holes))));
        var simple = Gen.OneOf(
            point.Select(g => (Geometry)g), line.Select(g => (Geometry)g), polygon.Select(g => (Geometry)g),
            point.Array[0, 3].Select(g => (Geometry)Factory.CreateMultiPoint(g)), line.Array[0, 3].Select(g => (Geometry)Factory.CreateMultiLineString(g)),
            polygon.Array[0, 3].Select(g => (Geometry)Factory.CreateMultiPolygon(g)));
        return levels == 0 ? simple : Gen.Frequency((5, simple), (1, Of(position, levels - 1).Array[0, 3].Select(g => (Geometry)Factory.CreateGeometryCollection(g))));
    }
}
