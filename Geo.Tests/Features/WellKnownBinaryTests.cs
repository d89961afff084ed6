using System.Buffers;
using System.Buffers.Binary;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Features;

public sealed class WellKnownBinaryTests
{
    // source: PostGIS 3.3.2, ST_AsBinary(…, 'NDR'), checked once by hand
    [Theory]
    [InlineData("POINT Z(105.97 9.6 2)", "01e9030000ae47e17a147e5a4033333333333323400000000000000040")]
    [InlineData("POINT EMPTY", "0101000000000000000000f87f000000000000f87f")]
    [InlineData("MULTIPOINT ((1 2), (3 4))", "0104000000020000000101000000000000000000f03f0000000000000040010100000000000000000008400000000000001040")]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))", "010300000002000000040000000000000000000000000000000000000000000000000010400000000000000000000000000000104000000000000010400000000000000000000000000000000004000000000000000000f03f000000000000f03f0000000000000040000000000000f03f00000000000000400000000000000040000000000000f03f000000000000f03f")]
    public void Geometry_is_written_as_PostGIS_writes_it_and_read_back(string wkt, string hex)
    {
        var bytes = Write(new WKTReader().Read(wkt));
        Assert.Equal(hex, Convert.ToHexStringLower(bytes));
        Assert.Equal(wkt, CanonicalWkb.Read(bytes, 4326).AsText());
    }

    // source: PostGIS 3.3.2, ST_AsBinary(…, 'XDR') and ST_AsEWKB(…, 'NDR')
    [Theory]
    [InlineData("00000007d2000000023ff000000000000040000000000000004008000000000000401000000000000040140000000000004018000000000000", "LINESTRING (1 2, 4 5)")]
    [InlineData("0000000bb93ff0000000000000400000000000000040080000000000004010000000000000", "POINT Z(1 2 3)")]
    [InlineData("01070000a0e6100000020000000101000080000000000000f03f00000000000000400000000000000840010200008002000000000000000000000000000000000000000000000000000000000000000000f03f000000000000f03f000000000000f03f", "GEOMETRYCOLLECTION Z(POINT Z(1 2 3), LINESTRING Z(0 0 0, 1 1 1))")]
    public void Big_endian_and_extended_forms_are_read_and_m_is_dropped(string hex, string wkt) =>
        Assert.Equal(wkt, CanonicalWkb.Read(Convert.FromHexString(hex), 4326).AsText());

    [Fact]
    public void Heights_that_are_all_missing_are_not_written() =>
        Assert.Equal(21, Write(new Point(new CoordinateZ(1, 2, double.NaN))).Length);

    [Fact]
    public void Every_beginning_of_a_geometry_is_found_to_be_cut_short()
    {
        var whole = Write(new WKTReader().Read("GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 0)), MULTILINESTRING ((0 0, 1 1), (2 2, 3 3)), POINT EMPTY)"));
        Assert.Null(WkbScan.FindFault(whole));
        for (var length = 0; length < whole.Length; length++)
            Assert.Contains("cut short", WkbScan.FindFault(whole.AsSpan(0, length)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(31, null)]
    [InlineData(32, "nested deeper than 32")]
    [InlineData(100_000, "nested deeper than 32")]
    [InlineData(2_000_000, "nested deeper than 32")]
    public void Nesting_is_found_before_anything_is_built(int collections, string? fault)
    {
        var bytes = new byte[(collections * 9) + 21];
        for (var i = 0; i < collections; i++)
            ((ReadOnlySpan<byte>)[1, 7, 0, 0, 0, 1, 0, 0, 0]).CopyTo(bytes.AsSpan(i * 9));
        Write(new Point(1, 2)).CopyTo(bytes.AsSpan(collections * 9));
        if (fault is null)
            Assert.Null(WkbScan.FindFault(bytes));
        else
            Assert.Contains(fault, WkbScan.FindFault(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    public void A_position_that_is_not_finite_is_found(double x, double y) =>
        Assert.Contains("not finite", WkbScan.FindFault(Write(new LineString([new Coordinate(0, 0), new Coordinate(x, y)]))), StringComparison.Ordinal);

    [Theory]
    [InlineData("0200000000", "byte order")]
    [InlineData("0108000000000000000000", "curves")]
    [InlineData("0111000000000000000000", "curves")]
    [InlineData("01a00f0000000000000000", "type 4000")]
    [InlineData("0100000000000000000000", "type 0")]
    [InlineData("010400000001000000010200000000000000", "stands in a collection")]
    [InlineData("0102000000ffffffff", "cut short")]
    [InlineData("0103000000ffffffff", "cut short")]
    [InlineData("0107000000ffffffff", "cut short")]
    [InlineData("010200000000000000ff", "1 bytes follow")]
    public void What_is_no_geometry_is_found(string hex, string fault) =>
        Assert.Contains(fault, WkbScan.FindFault(Convert.FromHexString(hex)), StringComparison.Ordinal);

    [Fact]
    public void A_ring_of_too_few_points_is_named()
    {
        byte[] bytes = [1, 3, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, .. new byte[48]];
        Assert.Contains("a ring has 3 points", Assert.Throws<FormatException>(() => CanonicalWkb.Read(bytes, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_that_is_not_closed_is_named_with_its_ends()
    {
        var bytes = Write(new WKTReader().Read("POLYGON ((0 0, 4 0, 4 4, 0 0))"));
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(bytes.Length - 8), 0.5);
        Assert.Contains("begins at (0, 0) and ends at (0, 0.5)", Assert.Throws<FormatException>(() => CanonicalWkb.Read(bytes, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_judged_and_never_end_the_process()
    {
        var random = new Random(7);
        var sound = Write(new WKTReader().Read("GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 0)), MULTIPOINT ((1 1), (2 2)))"));
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])sound.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (Record.Exception(() => CanonicalWkb.Read(bytes, 0)) is { } fault)
                Assert.IsType<FormatException>(fault);
        }
    }

    private static byte[] Write(Geometry geometry)
    {
        var target = new ArrayBufferWriter<byte>();
        CanonicalWkb.Write(geometry, target);
        return target.WrittenSpan.ToArray();
    }
}
