using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Tiles;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;

namespace Geo.Tests.Tiles;

/// <summary>What our tiles draw is what <c>ST_AsMVTGeom</c> of PostGIS draws, within one unit of the tile.</summary>
public sealed class PostGisTileTests
{
    private const int Zoom = 12;
    private const int Column = 3254;
    private const int Row = 1938;

    private static readonly Geometry Tile = new GeometryFactory().ToGeometry(new Envelope(0, TileGeometry.Units, 0, TileGeometry.Units));

    // One unit to the side and one down.
    private const double Diagonal = 1.4143;

    // The tile and its surroundings: shapes inside, across its edges, around all of it, and outside.
    private static readonly Gen<Coordinate> Position = Gen.Select(Gen.Double[105.9, 106.15], Gen.Double[9.5, 9.75]).Select((x, y) => new Coordinate(x, y));
    private static readonly Gen<Geometry> Shape = Gen.OneOf(
        Position.Select(p => (Geometry)new Point(p)),
        Position.Array[2, 5].Select(p => (Geometry)new LineString(p)),
        Position.Array[3].Where(p => new LinearRing([.. p, p[0]]).IsSimple).Select(p => (Geometry)new Polygon(new LinearRing([.. p, p[0]]))));

    [Fact]
    public async Task A_shape_is_drawn_where_PostGIS_draws_it()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await Shape.SampleAsync(
            async shape =>
            {
                var theirs = await DrawnByPostGisAsync(source, shape);
                var ours = Drawn(shape);
                Assert.True(Covers(ours, theirs) && Covers(theirs, ours), $"{shape}: PostGIS {theirs}, ours {ours}");
            },
            iter: 300,
            threads: 1);
    }

    // PostGIS rounds before it cuts, so that corners in its margin are rounded twice: it is asked not to cut, and both are cut here. What just reaches in may be left out.
    private static bool Covers(Geometry? a, Geometry? b)
    {
        var seen = b?.Intersection(Tile);
        return seen is null || seen.IsEmpty || Math.Min(seen.EnvelopeInternal.Width, seen.EnvelopeInternal.Height) <= 1 && a is null || a?.Buffer(Diagonal).Covers(seen) == true;
    }

    private static async Task<Geometry?> DrawnByPostGisAsync(NpgsqlDataSource source, Geometry shape)
    {
        await using var command = source.CreateCommand(
            $"SELECT ST_AsBinary(ST_AsMVTGeom(ST_Transform(ST_GeomFromWKB($1, 4326), 3857), ST_TileEnvelope({Zoom}, {Column}, {Row}), 4096, 256, false))");
        command.Parameters.Add(new NpgsqlParameter { Value = new WKBWriter().Write(shape) });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is byte[] wkb ? new WKBReader().Read(wkb) : null;
    }

    private static Geometry? Drawn(Geometry shape)
    {
        using var drawing = new TileGeometry(CoordinateSystems.Crs84, new TileAddress(TileMatrixSet.WebMercatorQuad, Zoom, Column, Row));
        var type = drawing.Draw(new WKBWriter().Write(shape)).Type;
        return drawing.Commands.IsEmpty ? null : type switch
        {
            1 => new Point(Paths(drawing.Commands)[0][0]),
            2 => new MultiLineString([.. Paths(drawing.Commands).Select(p => new LineString([.. p]))]),
            _ => new Polygon(new LinearRing([.. Paths(drawing.Commands)[0]])),
        };
    }

    /// <summary>The commands read as section 4.3 of the specification says.</summary>
    private static List<List<Coordinate>> Paths(ReadOnlySpan<uint> commands)
    {
        var paths = new List<List<Coordinate>>();
        var (x, y) = (0, 0);
        for (var at = 0; at < commands.Length;)
        {
            var (command, count) = (commands[at] & 7, commands[at] >> 3);
            at++;
            if (command == 7)
            {
                paths[^1].Add(paths[^1][0]);
                continue;
            }
            for (; count > 0; count--, at += 2)
            {
                (x, y) = (x + Signed(commands[at]), y + Signed(commands[at + 1]));
                if (command == 1)
                    paths.Add([]);
                paths[^1].Add(new Coordinate(x, y));
            }
        }
        return paths;
    }

    private static int Signed(uint value) => (int)(value >> 1) ^ -(int)(value & 1);
}
