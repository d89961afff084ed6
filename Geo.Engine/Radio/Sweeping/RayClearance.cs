using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Lanes;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>The ray between two antennas over points a fixed step apart, and the earth's bulge under it.</summary>
/// <param name="stepKilometres">Distance between points.</param>
/// <param name="points">Points between the ends: 1 to this.</param>
/// <param name="length">Length of the path, kilometres.</param>
/// <param name="transmitter">Antenna, metres above sea level.</param>
/// <param name="receiver">Antenna, metres above sea level.</param>
/// <param name="slope">Metres that the ray rises in a kilometre.</param>
/// <param name="bulge">Metres by which the earth bulges under a point, for each square kilometre of the product of its distances to both ends.</param>
internal readonly struct RayClearance(double stepKilometres, int points, double length, double transmitter, double receiver, double slope, double bulge)
{
    private const double Slack = 1 + 1e-9; // far above rounding, far below what matters

    /// <summary>Distance between points, kilometres.</summary>
    public double StepKilometres { get; } = stepKilometres;

    /// <summary>Points between the ends: 1 to this.</summary>
    public int Points { get; } = points;

    /// <summary>Length of the path, kilometres.</summary>
    public double Length { get; } = length;

    /// <summary>Antenna of the transmitter, metres above sea level.</summary>
    public double Transmitter { get; } = transmitter;

    /// <summary>Antenna of the receiver, metres above sea level.</summary>
    public double Receiver { get; } = receiver;

    /// <summary>Metres that the ray rises in a kilometre.</summary>
    public double Slope { get; } = slope;

    /// <summary>Metres by which the earth bulges under a point, for each square kilometre of the product of its distances to both ends.</summary>
    public double Bulge { get; } = bulge;

    /// <summary>
    /// The point that comes nearest to the ray, as Fresnel zones measure it, with its edge (see <see cref="Bullington.Edge"/>); the later one on a tie. Searched
    /// from the receiver back, eight points at once, until none before can be nearer. Below the ray edges are compared by their squares, without a root or a
    /// division.
    /// </summary>
    /// <param name="heights">Heights, metres above sea level; none stands above the ray.</param>
    /// <param name="indifferent">Edges not above it, which is below 0, need not be told apart: it comes back for all of them, with the point 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Edge, int Point) Nearest(PointHeights heights, double indifferent)
    {
        const int Width = 8;
        var nearest = new GapLanes(Vector512<double>.Zero, Vector512.Create(indifferent * indifferent), Vector512.Create(0.002 * Length));
        var (length, slope, bulge, start, most) = (
            Vector512.Create(Length), Vector512.Create(-Slope), Vector512.Create(Bulge), Vector512.Create(-Transmitter), Vector512.Create((double)Points));
        var eights = heights.Eights;
        for (var eight = Points / Width; eight >= 0; eight--)
        {
            var point = Vector512.CreateSequence((double)(eight * Width), 1.0);
            var distance = point * StepKilometres;
            var product = distance * (length - distance);
            var above = (product * bulge) + ((distance * slope) + (eights[eight] + start));
            // in each lane the later point stays on a tie; the site itself, whose product is 0, is never nearer
            nearest = nearest.Or(new(point, above * above, product), Vector512.LessThanOrEqual(point, most));
            if (eight * Width % PointHeights.Block == 0 && eight > 0 && AreFarther((eight * Width) - 1, heights, nearest))
                break;
        }

        var best = nearest.NearestPoint();
        return best == 0 ? (indifferent, 0) : (EdgeAt(heights[best], best), best);
    }

    // True only where no point up to this one can be nearer than one found: not even if all of them were as high as the highest. Over level ground the square
    // of an edge falls with the distance up to a point where `turn`, which then only grows, is 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AreFarther(int last, PointHeights heights, in GapLanes nearest)
    {
        var (transmitter, receiver) = (Transmitter - heights.GreatestUpTo(last), Receiver - heights.GreatestUpTo(last));
        var distance = last * StepKilometres;
        var product = distance * (Length - distance);
        var clearance = transmitter + (Slope * distance) - (Bulge * product);
        var turn = (2 * (Slope - (Bulge * (Length - (2 * distance)))) * product) - (clearance * (Length - (2 * distance)));
        return transmitter > 0
            && clearance > 0
            && turn <= 0
            && Bulge * Length * Length <= transmitter + receiver
            && nearest.HasNearerThan(clearance * clearance, product * Slack);
    }

    private double EdgeAt(double height, int point)
    {
        var distance = point * StepKilometres;
        return (height + (Bulge * distance * (Length - distance)) - (Transmitter + (Slope * distance))) * Bullington.Zone(distance, Length);
    }
}
