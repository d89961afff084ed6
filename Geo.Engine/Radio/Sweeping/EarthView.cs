using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>What both antennas see of ground and clutter over an earth of one radius.</summary>
internal sealed class EarthView(double stepKilometres, double earthKilometres, int capacity)
{
    private readonly PointSlopes _slopes = new(stepKilometres, earthKilometres, capacity);

    /// <summary>Looks at new points.</summary>
    public void Fill(PointHeights tops, int points, double transmitter) => _slopes.Fill(tops, points, transmitter);

    /// <summary>The edges of eight paths, as <see cref="Bullington.Edge"/> finds them.</summary>
    /// <param name="ray">The paths, over this earth.</param>
    /// <param name="lanes">How many of them count.</param>
    /// <param name="tops">Ground with clutter.</param>
    /// <param name="indifferent">Edges not above it need not be told apart.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector512<double> Edges(in RayLanes ray, int lanes, PointHeights tops, double indifferent)
    {
        Span<double> inSight = stackalloc double[PathColumns.Width];
        Span<double> slopesBack = stackalloc double[PathColumns.Width];
        var steepest = _slopes.SteepestUpTo(ray.Points) + (ray.Length * ray.Bulge);
        var isHidden = Vector512.GreaterThanOrEqual(steepest, ray.Slope);
        var hidden = isHidden.ExtractMostSignificantBits();
        for (var lane = 0; lane < lanes; lane++)
        {
            var one = ray[lane];
            if (one.Points == 0)
                inSight[lane] = double.NegativeInfinity;
            else if ((hidden >> lane & 1) == 0)
                inSight[lane] = one.Nearest(tops, indifferent).Edge;
            else
                slopesBack[lane] = LookBack.Steepest(one, tops);
        }

        var edges = Vector512.Create<double>(inSight);
        return hidden == 0
            ? edges
            : Vector512.ConditionalSelect(
                isHidden, Bullington.EdgesWhereHorizonsMeet(ray.Length, ray.Transmitter, ray.Receiver, steepest, Vector512.Create<double>(slopesBack)), edges);
    }
}
