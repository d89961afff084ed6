using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Degrees of membership of measured values; NaN where there is no value.</summary>
internal sealed class DegreeSurface(Surface values, Membership membership) : Surface(values.Frame)
{
    /// <inheritdoc/>
    public override int RowsTogether => values.RowsTogether;

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        values.Read(firstRow, cells);
        membership.Apply(cells, cells);
    }
}
