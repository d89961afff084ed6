using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Benchmarks.Grids;

/// <summary>The same grids for every benchmark: waves of several lengths with a little noise, made from the position alone.</summary>
internal static class SampleGrids
{
    /// <summary>A square frame of 30 m cells in the province's system.</summary>
    public static GridFrame Frame(int side) => new(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_099_020, 30, side, side);

    /// <summary>Values of about 0 to 100; NaN in some two cells of a hundred.</summary>
    public static Grid<float> Values(int side, int wave = 0)
    {
        var grid = new Grid<float>(Frame(side));
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
                grid[row, column] = Surface(row, column + (977 * wave)) < -1.6 ? float.NaN : (float)(50 + (25 * Surface(row + (613 * wave), column)));
        }
        return grid;
    }

    /// <summary>Classes 1 to 4 in ragged patches.</summary>
    public static Grid<byte> Classes(int side)
    {
        var grid = new Grid<byte>(Frame(side));
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
                grid[row, column] = (byte)(1 + Math.Clamp((int)Math.Floor((Surface(row, column) + 1.5 + Noise(row, column)) * 1.4), 0, 3));
        }
        return grid;
    }

    /// <summary>1 along thin lines and in a few lone cells, 0 elsewhere.</summary>
    public static Grid<byte> Sources(int side)
    {
        var grid = new Grid<byte>(Frame(side));
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
                grid[row, column] = (byte)(Math.Abs(Surface(row, column)) < 0.004 || Noise(row, column) > 0.0499995 ? 1 : 0);
        }
        return grid;
    }

    private static double Surface(int row, int column) =>
        Math.Sin(row / 97.0) + (0.7 * Math.Sin((column / 61.0) + (row / 211.0))) + (0.2 * Math.Sin((row + column) / 13.0) * Math.Sin(column / 7.0));

    private static double Noise(int row, int column)
    {
        var mixed = ((uint)row * 0x9E3779B1u) ^ ((uint)column * 0x85EBCA6Bu);
        mixed = (mixed ^ (mixed >> 15)) * 0xC2B2AE35u;
        return ((mixed ^ (mixed >> 13)) / (double)uint.MaxValue * 0.1) - 0.05;
    }
}
