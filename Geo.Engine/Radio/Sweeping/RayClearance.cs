using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>The ray between two antennas over points a fixed step apart, and the earth's bulge under it.</summary>
/// <param name="StepKilometres">Distance between points.</param>
/// <param name="Points">Points between the ends: 1 to this.</param>
/// <param name="Length">Length of the path, kilometres.</param>
/// <param name="Transmitter">Antenna, metres above sea level.</param>
/// <param name="Receiver">Antenna, metres above sea level.</param>
/// <param name="EarthKilometres">Effective radius of the earth.</param>
internal readonly record struct RayClearance(
    double StepKilometres, int Points, double Length, double Transmitter, double Receiver, double EarthKilometres)
{
    private const double Slack = 1e-9; // far above rounding, far below what matters

    /// <summary>
    /// The point that comes nearest to the ray, as Fresnel zones measure it, with its edge (see <see cref="Bullington.Edge"/>); the later one on a tie. Searched
    /// from the receiver back, passing over blocks that cannot hold it.
    /// </summary>
    /// <param name="heights">Heights, metres above sea level; none stands above the ray.</param>
    /// <param name="indifferent">Edges not above it need not be told apart: it comes back for all of them, with the point 0.</param>
    public (double Edge, int Point) Nearest(HeightBlocks heights, double indifferent)
    {
        var (greatest, point) = (indifferent, 0);
        for (var last = Points; last >= 1;)
        {
            var first = Math.Max(1, last - (last % HeightBlocks.Size));
            if (!(Bound(heights.GreatestAround(last), first, last) < greatest - Slack))
            {
                for (var i = last; i >= first; i--)
                    if (EdgeAt(heights[i], i) is var edge && edge > greatest)
                        (greatest, point) = (edge, i);
            }
            last = first - 1;
        }

        return (greatest, point);
    }

    /// <summary>The edge of a point.</summary>
    public double EdgeAt(double height, int point)
    {
        var distance = point * StepKilometres;
        return (Bulged(height, point) - RayAt(distance)) * Bullington.Zone(distance, Length);
    }

    /// <summary>A height lifted by the earth's bulge.</summary>
    public double Bulged(double height, int point)
    {
        var distance = point * StepKilometres;
        return height + (500 * distance * (Length - distance) / EarthKilometres);
    }

    // No edge among these points is greater; infinite where the block might reach the ray.
    private double Bound(double height, int first, int last)
    {
        var (from, to) = (first * StepKilometres, last * StepKilometres);
        var middle = Math.Clamp(Length / 2, from, to);
        var above = height + (500 * middle * (Length - middle) / EarthKilometres) - Math.Min(RayAt(from), RayAt(to));
        return above < 0 ? above * Bullington.Zone(middle, Length) : double.PositiveInfinity;
    }

    private double RayAt(double distance) => ((Transmitter * (Length - distance)) + (Receiver * distance)) / Length;
}
