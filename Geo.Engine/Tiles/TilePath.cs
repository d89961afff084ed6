using System.Runtime.CompilerServices;

namespace Geo.Engine.Tiles;

/// <summary>A line or a ring on the whole units of a tile. Not to be shared between threads.</summary>
/// <param name="tolerance">How far, in units, places may lie from the line through those that stay.</param>
internal sealed class TilePath(double tolerance) : IDisposable
{
    private readonly TileBuffer<(int X, int Y)> _places = new();

    /// <summary>The places, good until the next call; a ring's first is not repeated at its end.</summary>
    public ReadOnlySpan<(int X, int Y)> Places => _places.Items;

    /// <summary>
    /// Takes over a line of at least one place: without places that lie within the tolerance of the line through those that stay, rounded, without repeats. In one pass from the
    /// front: what the sector no longer admits makes the place before it stay.
    /// </summary>
    public void SetLine(ReadOnlySpan<TilePlace> line)
    {
        _places.Clear();
        Keep(line[0]);
        var sector = new TileSector(line[0], tolerance);
        for (var i = 1; i < line.Length; i++)
        {
            if (sector.Admits(line[i]))
                continue;
            Keep(line[i - 1]);
            sector = new TileSector(line[i - 1], tolerance);
            sector.Admits(line[i]);
        }
        Keep(line[^1]);
    }

    /// <summary>
    /// Takes over a ring, whose last place is its first again, in the same way and turns it: clockwise on the screen, whose rows count downwards, or the other way as a
    /// hole. False when nothing is left of it.
    /// </summary>
    public bool SetRing(ReadOnlySpan<TilePlace> ring, bool isHole)
    {
        if (ring.Length < 4)
            return false;
        SetLine(ring);
        _places.ShrinkTo(_places.Count - 1);
        if (_places.Count < 3 || TwiceArea(_places.Items) is var area && area == 0)
            return false;
        if (area > 0 == isHole)
            _places.Items.Reverse();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(TilePlace place)
    {
        var rounded = ((int)Math.Floor(place.X + 0.5), (int)Math.Floor(place.Y + 0.5));
        if (_places.Count == 0 || _places.Items[^1] != rounded)
            _places.Add(rounded);
    }

    private static long TwiceArea(ReadOnlySpan<(int X, int Y)> ring)
    {
        var (sum, before) = (0L, ring[^1]);
        foreach (var place in ring)
        {
            sum += ((long)before.X * place.Y) - ((long)place.X * before.Y);
            before = place;
        }
        return sum;
    }
}
