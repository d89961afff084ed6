using Geo.Engine.Geodesy;
using Geo.Engine.Tiles;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Tiles;

/// <summary>Where positions lie in a tile, as the boxes of drawn lines tell.</summary>
public sealed class TilePlacementTests
{
    // source: OGC 17-083r4, annex D; the ordinate of Mercator's projection as the inverse Gudermannian function (Wolfram MathWorld), asinh(tan latitude).
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, 6, 3)]
    [InlineData(6, 50, 30)]
    [InlineData(9, 406, 242)]
    [InlineData(12, 3254, 1938)]
    [InlineData(14, 13017, 2)]
    [InlineData(24, 13330243, 7939478)]
    public void A_place_is_where_Mercator_puts_it_near_the_tile_and_far_from_it(int zoom, int column, int row)
    {
        var side = (double)(1 << zoom);
        foreach (var latitude in Enumerable.Range(-890, 1781).Select(i => i / 10.0).Append(9.6037).Append(9.5123))
        {
            var shape = Draw(TileMatrixSet.WebMercatorQuad, zoom, column, row, new Coordinate(105.9731, latitude), new Coordinate(106, latitude));
            var (x, y) = ((105.9731 + 180) / 360 * side, (1 - (Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / Math.PI)) / 2 * side);
            // A millionth of a unit, and what 16 digits cannot tell of the whole: less near the poles, where they are those of 1 - sine.
            var (rest, ofSixteen) = (1.1e-6, 4096 * side * 4e-16);
            Assert.Equal((x - column) * 4096, shape.Least.X, rest + ofSixteen);
            Assert.Equal((y - row) * 4096, shape.Least.Y, rest + (ofSixteen * (1 + (1 / (1 - Math.Abs(Math.Sin(latitude * Math.PI / 180)))))));
        }
    }

    [Fact]
    public void In_degrees_a_place_is_where_the_grid_puts_it()
    {
        var shape = Draw(TileMatrixSet.WorldCrs84Quad, 5, 50, 14, new Coordinate(103.5, -60), new Coordinate(106.875, 11.25));
        // A tile is 5.625 degrees wide and begins at 101.25 east and 11.25 north.
        Assert.Equal(1638.4, shape.Least.X, 1e-9);
        Assert.Equal(0, shape.Least.Y, 1e-9);
        Assert.Equal(4096, shape.Most.X, 1e-9);
        Assert.Equal(51882.666666667, shape.Most.Y, 1e-6);
    }

    [Theory]
    [InlineData(8, 203, 121)]
    [InlineData(12, 3254, 1938)]
    public void A_place_is_the_same_alone_and_beside_others(int zoom, int column, int row)
    {
        for (var count = 1; count <= 19; count++)
        {
            // One in seven lies beyond the reach of the series.
            var line = Enumerable.Range(0, count).Select(i => new Coordinate(105.9 + (0.0173 * i), i % 7 == 6 ? 60 + i : 9.5 + (0.0071 * i))).ToArray();
            var whole = Draw(TileMatrixSet.WebMercatorQuad, zoom, column, row, [.. line, line[0]]);
            var each = line.Select(p => Draw(TileMatrixSet.WebMercatorQuad, zoom, column, row, p, p)).ToList();
            Assert.Equal(new TilePlace(each.Min(s => s.Least.X), each.Min(s => s.Least.Y)), whole.Least);
            Assert.Equal(new TilePlace(each.Max(s => s.Most.X), each.Max(s => s.Most.Y)), whole.Most);
        }
    }

    private static TileShape Draw(TileMatrixSet set, int zoom, int column, int row, params Coordinate[] line)
    {
        using var geometry = new TileGeometry(CoordinateSystems.Crs84, new TileAddress(set, zoom, column, row));
        return geometry.Draw(new WKBWriter().Write(new LineString(line)));
    }
}
