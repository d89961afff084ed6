using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Benchmarks.Grids;

/// <summary>Inputs of the size of the province's frame: 2 700 x 3 070 cells of 30 m.</summary>
internal static class StudyArea
{
    public static GridFrame Frame { get; } = new(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_099_020, 30, 2_700, 3_070);

    /// <summary>16 stations spread evenly but not regularly.</summary>
    public static StationValue[] Stations { get; } =
        [.. Enumerable.Range(0, 16).Select(i => new StationValue(510_000 + (i * 31_415 % 80_000), 1_025_000 + (i * 27_182 % 70_000), i * 7 % 25))];

    /// <summary>Sea in the south-east, wide rivers every 5 km.</summary>
    public static Grid<byte> Water()
    {
        var water = new Grid<byte>(Frame);
        for (var row = 0; row < Frame.Rows; row++)
        {
            for (var column = 0; column < Frame.Columns; column++)
                water[row, column] = row + (column / 3) > 2_700 || column % 170 < 6 || row % 230 < 5 ? (byte)1 : (byte)0;
        }

        return water;
    }

    /// <summary>A field of floats without two equal neighbours.</summary>
    public static Grid<float> Field() => Interpolation.InverseDistance(Frame, Stations, new InverseDistanceOptions(), 2, CancellationToken.None);
}
