using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Zoning;

namespace Geo.Tests.Zoning;

public sealed class ZoneExtractionTests
{
    [Fact]
    public void Zones_are_ordered_by_class_district_and_first_cell()
    {
        // classes      districts
        // 2 2 1 1      2 1 1 2
        // 2 4 4 1      2 1 2 2
        // 1 1 0 2      1 1 1 2
        var map = Extract([2, 2, 1, 1, 2, 4, 4, 1, 1, 1, 0, 2], [2, 1, 1, 2, 2, 1, 2, 2, 1, 1, 1, 2], 3, 4, SuitabilityClass.S3);
        Assert.Equal([5, 4, 1, 3, 5, 0, 0, 3, 2, 2, 0, 6], map.Labels.Cells.ToArray());
        Assert.Equal([(1, 1, 1L), (1, 1, 2), (1, 2, 2), (2, 1, 1), (2, 2, 2), (2, 2, 1)], map.Zones.Select(z => ((int)z.Class, z.District, z.Cells)));
    }

    [Fact]
    public void Every_cell_of_a_zoned_class_is_in_exactly_one_zone_of_its_class_and_district() =>
        Gen.Select(Gen.Int[0, 4].Array[150], Gen.Int[0, 3].Array[150]).Sample((codes, units) =>
        {
            var map = Extract([.. codes.Select(c => (byte)c)], [.. units.Select(u => (byte)u)], 10, 15, SuitabilityClass.S2);
            for (var i = 0; i < codes.Length; i++)
            {
                var label = map.Labels.Cells[i];
                Assert.Equal(codes[i] is 1 or 2 && units[i] > 0, label > 0);
                if (label > 0)
                    Assert.Equal((codes[i], units[i]), ((int)map.Zones[label - 1].Class, map.Zones[label - 1].District));
            }
            Assert.Equal(map.Labels.Cells.ToArray().Count(l => l > 0), map.Zones.Sum(z => z.Cells));
            Assert.Equal(map.Zones.Sum(z => z.Cells) * 0.09, map.Zones.Sum(z => z.AreaHectares), 1e-9);
            Assert.All(map.Zones, z => Assert.Equal(0.5, z.ScoreMean));
        });

    [Fact]
    public void Outlines_share_borders_so_that_nothing_lies_between_or_twice()
    {
        var map = Extract([1, 1, 2, 2, 1, 2, 2, 3, 3, 3, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 3, 4, SuitabilityClass.S3);
        var outlines = ZoneOutlines.Trace(map, 2, CancellationToken.None);
        var union = NetTopologySuite.Operation.Union.UnaryUnionOp.Union(outlines);
        Assert.Equal(outlines.Sum(o => o.Area), union.Area, 1e-15);
        Assert.Equal(0, Assert.IsType<NetTopologySuite.Geometries.Polygon>(union).NumInteriorRings);
        Assert.All(outlines, o => Assert.Equal(4326, o.SRID));
    }

    private static ZoneMap Extract(byte[] classes, byte[] districts, int rows, int columns, SuitabilityClass lowest)
    {
        var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 500_000, 1_060_000, 30, rows, columns);
        var score = new Grid<float>(frame);
        score.Cells.Fill(0.5f);
        return ZoneExtraction.Extract(
            new ClassifiedCells(new Grid<byte>(frame, classes), score, new Grid<byte>(frame, districts)), new ZoneSettings(lowest, false, 0, 0, 0), new ZoneExecution(CellAreas.InThePlane(frame), 2, CancellationToken.None));
    }
}
