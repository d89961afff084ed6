using System.Buffers;
using System.Globalization;
using System.Text;
using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Formats;

/// <summary>The transcoder from bytes to text says what the slow way over objects says, to the byte.</summary>
public sealed class GeoJsonGeometryWriterTests
{
    [Fact]
    public void Any_geometry_has_the_text_that_its_objects_have() => RandomGeometries.Any.Sample(
        geometry =>
        {
            foreach (var (isNorthFirst, decimals) in new[] { (false, 7), (true, 7), (false, 3), (true, 3) })
                Assert.Equal(GeoJsonByObjects.Write(geometry, isNorthFirst, decimals), Write(Wkb(geometry), isNorthFirst, decimals));
        },
        iter: 3_000);

    [Theory]
    [InlineData("POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 1))", """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}""")]
    [InlineData("POINT Z(105.123456789 9.5 -0.00000001)", """{"type":"Point","coordinates":[105.1234568,9.5,0]}""")]
    [InlineData("POINT EMPTY", """{"type":"Point","coordinates":[]}""")]
    [InlineData("MULTIPOINT (EMPTY, (1 2))", """{"type":"MultiPoint","coordinates":[[],[1,2]]}""")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1)))", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[0,0],[1,1]]}]}]}""")]
    public void Geometry_is_written_as_RFC_7946_asks(string wkt, string json) =>
        Assert.Equal(json, Write(Wkb(new WKTReader().Read(wkt)), isNorthFirst: false, 7));

    // source: PostGIS 3.3.2, ST_AsBinary('LINESTRING ZM (1 2 3 4, 5 6 7 8)', 'XDR') and ST_AsEWKB('SRID=4326;POINT Z (1 2 3)', 'NDR')
    [Theory]
    [InlineData("0000000bba000000023ff000000000000040000000000000004008000000000000401000000000000040140000000000004018000000000000401c0000000000004020000000000000", """{"type":"LineString","coordinates":[[1,2,3],[5,6,7]]}""")]
    [InlineData("01010000a0e6100000000000000000f03f00000000000000400000000000000840", """{"type":"Point","coordinates":[1,2,3]}""")]
    public void Big_endian_and_extended_forms_are_written_without_measures(string hex, string json) =>
        Assert.Equal(json, Write(Convert.FromHexString(hex), isNorthFirst: false, 7));

    [Fact]
    public void Any_number_has_the_digits_of_the_framework() => Gen.Select(RandomGeometries.Ordinate, Gen.Int[0, 9]).Sample(
        (number, decimals) => Assert.Equal(GeoJsonByObjects.Ordinate(number, decimals), Write(number, decimals)),
        iter: 200_000);

    [Fact]
    public void Each_number_of_a_line_has_the_digits_that_it_has_alone() => Gen.Select(RandomGeometries.Ordinates, Gen.Int[0, 9], Gen.Bool).Sample(
        (numbers, decimals, isNorthFirst) =>
        {
            var pairs = numbers.Chunk(2).Where(p => p.Length == 2).ToList();
            var line = new LineString([.. pairs.Append(pairs[0]).Select(p => new Coordinate(p[0], p[1]))]);
            var expected = line.Coordinates.Select(c => isNorthFirst ? $"[{Write(c.Y, decimals)},{Write(c.X, decimals)}]" : $"[{Write(c.X, decimals)},{Write(c.Y, decimals)}]");
            Assert.Equal($$"""{"type":"LineString","coordinates":[{{string.Join(',', expected)}}]}""", Write(Wkb(line), isNorthFirst, decimals));
        },
        iter: 20_000);

    [Theory]
    [InlineData(0.00000005, 7, "0")]
    [InlineData(0.00000015, 7, "0.0000002")]
    [InlineData(-105.5, 7, "-105.5")]
    [InlineData(-0.0000001, 7, "-0.0000001")]
    [InlineData(179.99999995, 7, "180")]
    [InlineData(1061930.4705, 3, "1061930.47")]
    [InlineData(12.5, 0, "12")]
    [InlineData(1e15, 7, "1000000000000000")]
    [InlineData(1.01e15, 7, "null")]
    [InlineData(double.NaN, 7, "null")]
    [InlineData(double.NegativeInfinity, 3, "null")]
    public void A_number_is_rounded_half_to_even_and_has_no_needless_zeros(double number, int decimals, string text) =>
        Assert.Equal(text, Write(number, decimals));

    [Fact]
    public void A_number_of_three_decimals_at_most_has_the_digits_of_the_framework() => Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[0, 3]).Sample(
        (whole, decimals) => Assert.Equal((whole / Math.Pow(10, decimals)).ToString("R", CultureInfo.InvariantCulture), WriteExact(whole / Math.Pow(10, decimals))),
        iter: 200_000);

    [Fact]
    public void Any_other_number_has_the_digits_of_the_framework_or_none() => Gen.OneOf(Gen.Double, RandomGeometries.Ordinate).Sample(
        number => Assert.Contains(WriteExact(number), new[] { "", number.ToString("R", CultureInfo.InvariantCulture) }),
        iter: 200_000);

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(17141.1, "17141.1")]
    [InlineData(-0.125, "-0.125")]
    [InlineData(0.001, "0.001")]
    [InlineData(999999999999.999, "999999999999.999")]
    [InlineData(-0.0, "")]
    [InlineData(0.0001, "")]
    [InlineData(1e15, "")]
    [InlineData(double.NaN, "")]
    [InlineData(double.PositiveInfinity, "")]
    public void A_number_of_more_decimals_or_digits_is_not_written_exactly(double number, string digits) => Assert.Equal(digits, WriteExact(number));

    private static string WriteExact(double number)
    {
        Span<byte> text = stackalloc byte[FixedDecimals.Longest];
        return Encoding.UTF8.GetString(text[..FixedDecimals.WriteExact(number, text)]);
    }

    private static string Write(double number, int decimals)
    {
        Span<byte> text = stackalloc byte[FixedDecimals.Longest];
        return Encoding.UTF8.GetString(text[..FixedDecimals.Write(number, decimals, text)]);
    }

    private static string Write(byte[] wkb, bool isNorthFirst, int decimals)
    {
        using var text = new PooledBuffer(16);
        new GeoJsonGeometryWriter(isNorthFirst, decimals, text).Write(wkb);
        return Encoding.UTF8.GetString(text.Written.Span);
    }

    private static byte[] Wkb(Geometry geometry)
    {
        var bytes = new ArrayBufferWriter<byte>();
        CanonicalWkb.Write(geometry, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
