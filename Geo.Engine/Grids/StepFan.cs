namespace Geo.Engine.Grids;

/// <summary>A step from a cell to another, and the cells between that it touches.</summary>
/// <param name="Rows">Rows down.</param>
/// <param name="Columns">Columns to the right.</param>
/// <param name="Between">For a knight's move the cell straight ahead and the diagonal one, as (rows, columns); for others none.</param>
/// <param name="MetresPerCell">Length over the number of cells touched: times the sum of their frictions it is the cost.</param>
internal readonly record struct Step(int Rows, int Columns, (int Rows, int Columns)[] Between, double MetresPerCell);

/// <summary>All steps from a cell.</summary>
internal static class StepFan
{
    public static Step[] Of(Moves moves, GridFrame frame)
    {
        int[] offsets = [-2, -1, 0, 1, 2];
        var steps =
            from rows in offsets
            from columns in offsets
            where IsNear(rows, columns) || (moves == Moves.Knight && IsKnights(rows, columns))
            where (rows, columns) != (0, 0)
            select Make(rows, columns, frame.CellSizeMetres);
        return [.. steps];
    }

    private static bool IsNear(int rows, int columns) => Math.Abs(rows) <= 1 && Math.Abs(columns) <= 1;

    private static bool IsKnights(int rows, int columns) => Math.Abs(rows * columns) == 2;

    private static Step Make(int rows, int columns, double cellSizeMetres)
    {
        (int, int)[] between = IsNear(rows, columns) ? [] : [(rows / 2, columns / 2), (Math.Sign(rows), Math.Sign(columns))];
        return new Step(rows, columns, between, Math.Sqrt((rows * rows) + (columns * columns)) * cellSizeMetres / (2 + between.Length));
    }
}
