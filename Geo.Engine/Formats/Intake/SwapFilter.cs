using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Intake;

/// <summary>Exchanges x and y of every position.</summary>
internal sealed class SwapFilter : ICoordinateSequenceFilter
{
    /// <inheritdoc/>
    public bool Done => false;

    /// <inheritdoc/>
    public bool GeometryChanged => true;

    /// <inheritdoc/>
    public void Filter(CoordinateSequence seq, int i)
    {
        var x = seq.GetX(i);
        seq.SetX(i, seq.GetY(i));
        seq.SetY(i, x);
    }
}
