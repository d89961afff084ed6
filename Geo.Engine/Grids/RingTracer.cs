using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids;

/// <summary>Follows the border lines with the region on the left until every one has been walked from both sides.</summary>
internal sealed class RingTracer
{
    private readonly BorderCorners _corners;
    private readonly RowRuns<int> _runs;
    private readonly int[] _components;
    private readonly byte[] _walked;
    private readonly int[] _positions;
    private readonly TracedRings _rings = new();
    private int[] _path = new int[64];

    private RingTracer(BorderCorners corners, RowRuns<int> runs, int[] components)
    {
        _corners = corners;
        _runs = runs;
        _components = components;
        _walked = new byte[corners.Count];
        _positions = new int[corners.Count];
    }

    /// <summary>All rings around regions of other labels than 0, in row-major order of the corner where each is met first.</summary>
    public static TracedRings Trace(BorderCorners corners, RowRuns<int> runs, int[] components, CancellationToken cancellation)
    {
        var tracer = new RingTracer(corners, runs, components);
        for (var corner = 0; corner < corners.Count; corner++)
        {
            if (corner % 65_536 == 0)
                cancellation.ThrowIfCancellationRequested();
            for (var direction = Direction.Right; direction <= Direction.Down; direction++)
                tracer.TraceFrom(corner, direction);
        }
        return tracer._rings;
    }

    private void TraceFrom(int corner, Direction direction)
    {
        if (!_corners.HasLine(corner, direction) || IsWalked(corner, direction))
            return;
        var component = ComponentOnTheLeft(corner, direction);
        var length = 0;
        while (!IsWalked(corner, direction))
        {
            _walked[corner] |= (byte)(1 << (int)direction);
            length = component == 0 ? 0 : Append(length, corner, component);
            corner = _corners.Next(corner, direction);
            direction = Turn(corner, direction);
        }
        if (component != 0)
            _rings.Add(_path.AsSpan(0, length), component);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsWalked(int corner, Direction direction) => (_walked[corner] & (1 << (int)direction)) != 0;

    // A corner met again closes a loop that hangs on it: that becomes a ring of its own, and the way goes on as if it had not been walked.
    // What stands in _positions is trusted only if the path confirms it, so it never has to be cleared.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Append(int length, int corner, int component)
    {
        var met = _positions[corner];
        if (met < length && _path[met] == corner)
        {
            _rings.Add(_path.AsSpan(met, length - met), component);
            return met + 1;
        }
        if (length == _path.Length)
            Array.Resize(ref _path, 2 * length);
        _path[length] = corner;
        _positions[corner] = length;
        return length + 1;
    }

    // Left wherever a border line goes left: the region does not reach through a corner.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Direction Turn(int corner, Direction direction)
    {
        var left = (Direction)(((int)direction + 1) & 3);
        if (_corners.HasLine(corner, left))
            return left;
        return _corners.HasLine(corner, direction) ? direction : (Direction)(((int)direction + 3) & 3);
    }

    private int ComponentOnTheLeft(int corner, Direction direction)
    {
        var (row, column) = _corners.Position(corner);
        row -= direction is Direction.Right or Direction.Up ? 1 : 0;
        column -= direction is Direction.Up or Direction.Left ? 1 : 0;
        var isInside = row >= 0 && row < _runs.Frame.Rows && column >= 0 && column < _runs.Frame.Columns;
        return isInside ? _components[_runs.RunAt(row, column)] : 0;
    }
}
