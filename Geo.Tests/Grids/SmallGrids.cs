using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

/// <summary>Small grids for tests: drawn as text, or random ones with a few classes in patches.</summary>
internal static class SmallGrids
{
    /// <summary>A frame of 30 m cells with its top-left corner on a whole position in the province.</summary>
    public static GridFrame Frame(int rows, int columns) =>
        new(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_099_020, 30, rows, columns);

    /// <summary>A grid drawn as lines of digits; a dot is 0.</summary>
    public static Grid<byte> Drawn(params string[] lines) =>
        new(Frame(lines.Length, lines[0].Length), [.. lines.SelectMany(line => line).Select(c => c == '.' ? (byte)0 : (byte)(c - '0'))]);

    /// <summary>The grid as lines of digits.</summary>
    public static string[] Text(Grid<byte> grid) =>
        [.. Enumerable.Range(0, grid.Frame.Rows).Select(row => string.Concat(grid.Row(row).ToArray().Select(v => v == 0 ? "." : $"{v}")))];

    /// <summary>Random grids of 1 to <paramref name="side"/> rows and columns with classes 0..3; some rough, some in patches.</summary>
    public static Gen<Grid<byte>> Random(int side) =>
        from rows in Gen.Int[1, side]
        from columns in Gen.Int[1, side]
        from patch in Gen.Int[1, 5]
        from seed in Gen.UInt
        select Patchy(rows, columns, patch, seed);

    /// <summary>A grid of classes 0..3 in patches of about the given size.</summary>
    public static Grid<byte> Patchy(int rows, int columns, int patch, uint seed)
    {
        var grid = new Grid<byte>(Frame(rows, columns));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                grid[row, column] = (byte)(Mix(seed, row / patch, (column + (row % patch)) / patch) % 4);
        }
        return grid;
    }

    /// <summary>The same numbers as integers.</summary>
    public static Grid<int> AsLabels(Grid<byte> grid) => new(grid.Frame, [.. grid.Cells.ToArray().Select(v => (int)v)]);

    private static uint Mix(uint seed, int row, int column)
    {
        var mixed = (seed ^ ((uint)row * 0x9E3779B1u)) * 0x85EBCA6Bu;
        mixed = (mixed ^ (mixed >> 13) ^ ((uint)column * 0xC2B2AE35u)) * 0x27D4EB2Fu;
        return mixed ^ (mixed >> 15);
    }
}
