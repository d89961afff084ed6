using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

public sealed class CellAreasTests
{
    [Fact]
    public void Every_cell_of_the_province_has_the_area_of_its_own_scale_factor_within_a_square_millimetre_per_hectare()
    {
        var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_099_020, 300, 270, 307);
        var areas = CellAreas.OnTheGround(frame);
        foreach (var (row, column) in new[] { (0, 0), (269, 306), (0, 306), (269, 0), (135, 150) })
        {
            var (x, y) = frame.Centre(row, column);
            var k = GroundArea.ScaleFactor(frame.System, x, y);
            Assert.Equal(9 / (k * k), areas[row, column], 9e-7);
        }
    }

    [Fact]
    public void In_the_plane_every_cell_has_the_square_of_its_side()
    {
        var areas = CellAreas.InThePlane(SmallGrids.Frame(2, 3));
        Assert.Equal(0.09, areas[1, 2], 1e-15);
    }
}
