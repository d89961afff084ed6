namespace Geo.Engine.Formats;

/// <summary>What was mended in a geometry.</summary>
public enum MendingKind
{
    /// <summary>Rings that crossed or touched themselves or each other, spikes, holes outside their shell, nested shells: rebuilt by the rule of the even-odd structure.</summary>
    RebuiltPolygon,

    /// <summary>The last position of a ring was not the first; the first was added at the end.</summary>
    ClosedRing,

    /// <summary>A ring or line without length or area was left out.</summary>
    DroppedPart,

    /// <summary>Nothing was left of the geometry; the feature stays, without one.</summary>
    DroppedGeometry,
}
