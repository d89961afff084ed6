namespace Geo.Engine.Grids;

/// <summary>The two ways to weigh four neighbours, one of which may be NaN.</summary>
internal abstract class BilinearCell
{
    private BilinearCell()
    {
    }

    /// <summary>NaN as soon as a neighbour with a weight is NaN.</summary>
    public static BilinearCell Strict { get; } = new StrictCell();

    /// <summary>The mean over neighbours that are not NaN; NaN when the nearest of them is.</summary>
    public static BilinearCell OfValid { get; } = new ValidCell();

    /// <summary>Fills a row between two source rows, <paramref name="down"/> of the way from the upper to the lower one.</summary>
    public void FillRow(ReadOnlySpan<float> upper, ReadOnlySpan<float> lower, float down, AxisPosition columns, Span<float> cells)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            var left = columns.Lower(column);
            if (left < 0)
            {
                cells[column] = float.NaN;
                continue;
            }

            var part = columns.Part(column);
            var right = part == 0 ? left : left + 1; // no weight, and perhaps no such column
            cells[column] = Mean(new Corners(upper[left], upper[right], lower[left], lower[right]), part, down);
        }
    }

    /// <summary>The mean of four corners.</summary>
    protected abstract float Mean(Corners corners, float right, float down);

    /// <summary>The four neighbours.</summary>
    protected readonly record struct Corners(float UpperLeft, float UpperRight, float LowerLeft, float LowerRight);

    private sealed class StrictCell : BilinearCell
    {
        protected override float Mean(Corners corners, float right, float down)
        {
            var upper = corners.UpperLeft + (right * (corners.UpperRight - corners.UpperLeft));
            var lower = corners.LowerLeft + (right * (corners.LowerRight - corners.LowerLeft));
            return upper + (down * (lower - upper));
        }
    }

    private sealed class ValidCell : BilinearCell
    {
        protected override float Mean(Corners corners, float right, float down)
        {
            var nearest = down < 0.5f
                ? (right < 0.5f ? corners.UpperLeft : corners.UpperRight)
                : (right < 0.5f ? corners.LowerLeft : corners.LowerRight);
            if (float.IsNaN(nearest))
                return float.NaN;
            var (sum, weight) = (0f, 0f);
            Add(corners.UpperLeft, (1 - right) * (1 - down), ref sum, ref weight);
            Add(corners.UpperRight, right * (1 - down), ref sum, ref weight);
            Add(corners.LowerLeft, (1 - right) * down, ref sum, ref weight);
            Add(corners.LowerRight, right * down, ref sum, ref weight);
            var least = float.MinNumber(float.MinNumber(corners.UpperLeft, corners.UpperRight), float.MinNumber(corners.LowerLeft, corners.LowerRight));
            var most = float.MaxNumber(float.MaxNumber(corners.UpperLeft, corners.UpperRight), float.MaxNumber(corners.LowerLeft, corners.LowerRight));
            return Math.Clamp(sum / weight, least, most);
        }

        private static void Add(float value, float share, ref float sum, ref float weight)
        {
            if (float.IsNaN(value))
                return;
            sum += value * share;
            weight += share;
        }
    }
}
