using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>Rings as corners of cells, without the closing one, and the component that each bounds.</summary>
internal sealed class TracedRings
{
    private readonly List<int> _corners = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _components = [];

    /// <summary>Number of rings.</summary>
    public int Count => _ends.Count;

    /// <summary>The component a ring bounds, on the left of its way.</summary>
    public int Component(int ring) => _components[ring];

    /// <summary>The corners of a ring in order.</summary>
    public ReadOnlySpan<int> Corners(int ring)
    {
        var start = ring == 0 ? 0 : _ends[ring - 1];
        return CollectionsMarshal.AsSpan(_corners)[start.._ends[ring]];
    }

    /// <summary>Appends a ring.</summary>
    public void Add(ReadOnlySpan<int> corners, int component)
    {
        _corners.AddRange(corners);
        _ends.Add(_corners.Count);
        _components.Add(component);
    }
}
