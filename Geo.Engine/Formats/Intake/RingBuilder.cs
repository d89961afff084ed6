using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Intake;

/// <summary>
/// Makes rings, polygons and lines of bare positions, as files have them: closes what is open and leaves out what has no extent, with a note of
/// each. Positions are finite; the result may still cross itself.
/// </summary>
internal sealed class RingBuilder(GeometryFactory factory)
{
    private readonly List<GeometryNote> _notes = [];

    /// <summary>The factory of all parts.</summary>
    public GeometryFactory Factory { get; } = factory;

    /// <summary>The notes since the last call.</summary>
    public IReadOnlyList<GeometryNote> TakeNotes()
    {
        if (_notes.Count == 0)
            return [];
        GeometryNote[] taken = [.. _notes];
        _notes.Clear();
        return taken;
    }

    /// <summary>Adds a note.</summary>
    public void Note(MendingKind kind, string reason) => _notes.Add(new GeometryNote(kind, reason));

    /// <summary>A line, or null when it has fewer than two different positions.</summary>
    public LineString? Line(IReadOnlyList<Coordinate> positions)
    {
        if (positions.Any(p => !p.Equals2D(positions[0])))
            return Factory.CreateLineString([.. positions]);
        if (positions.Count > 0)
            Note(MendingKind.DroppedPart, $"a line of {positions.Count} position(s) without length");
        return null;
    }

    /// <summary>A ring, or null when it has fewer than three different positions.</summary>
    public LinearRing? Ring(IReadOnlyList<Coordinate> positions)
    {
        if (positions.Count == 0)
            return null;
        List<Coordinate> ring = [.. positions];
        if (!ring[0].Equals2D(ring[^1]))
        {
            ring.Add(ring[0].Copy());
            Note(MendingKind.ClosedRing, "a ring whose last position is not its first");
        }

        if (ring.Count >= 4)
            return Factory.CreateLinearRing([.. ring]);
        Note(MendingKind.DroppedPart, $"a ring of {positions.Count} position(s) without area");
        return null;
    }

    /// <summary>A polygon of a shell and holes, or null when the shell is none.</summary>
    public Polygon? Polygon(IReadOnlyList<LinearRing?> rings) =>
        rings.Count == 0 || rings[0] is null ? null : Factory.CreatePolygon(rings[0], [.. rings.Skip(1).OfType<LinearRing>()]);
}
