using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>The ray between two antennas over points a fixed step apart, and the earth's bulge under it. What many points share is divided once.</summary>
/// <param name="stepKilometres">Distance between points.</param>
/// <param name="points">Points between the ends: 1 to this.</param>
/// <param name="length">Length of the path, kilometres.</param>
/// <param name="transmitter">Antenna, metres above sea level.</param>
/// <param name="receiver">Antenna, metres above sea level.</param>
/// <param name="earthKilometres">Effective radius of the earth.</param>
internal readonly struct RayClearance(double stepKilometres, int points, double length, double transmitter, double receiver, double earthKilometres)
{
    private const double Slack = 1 + 1e-9; // far above rounding, far below what matters

    private readonly double _bulge = 500 / earthKilometres;

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

    /// <summary>Effective radius of the earth.</summary>
    public double EarthKilometres { get; } = earthKilometres;

    /// <summary>Metres that the ray rises in a kilometre.</summary>
    public double Slope { get; } = (receiver - transmitter) / length;

    /// <summary>The same path over an earth of another radius.</summary>
    public RayClearance Over(double earth) => new(StepKilometres, Points, Length, Transmitter, Receiver, earth);

    /// <summary>The same path between antennas of other heights.</summary>
    public RayClearance Between(double from, double to) => new(StepKilometres, Points, Length, from, to, EarthKilometres);

    /// <summary>
    /// The point that comes nearest to the ray, as Fresnel zones measure it, with its edge (see <see cref="Bullington.Edge"/>); the later one on a tie. Searched
    /// from the receiver back, passing over blocks that cannot hold it. Below the ray edges are compared by their squares, without a root or a division.
    /// </summary>
    /// <param name="heights">Heights, metres above sea level; none stands above the ray.</param>
    /// <param name="indifferent">Edges not above it, which is below 0, need not be told apart: it comes back for all of them, with the point 0.</param>
    public (double Edge, int Point) Nearest(HeightBlocks heights, double indifferent)
    {
        var nearest = new Gap(0, indifferent * indifferent, 0.002 * Length);
        for (var last = Points; last >= 1;)
        {
            var first = Math.Max(1, last - (last % HeightBlocks.Size));
            if (MayHoldNearer(heights.GreatestAround(last), first, last, nearest))
            {
                for (var i = last; i >= first; i--)
                    if (GapAt(heights[i], i) is var gap && gap.IsNearerThan(nearest))
                        nearest = gap;
            }
            last = first - 1;
        }

        return nearest.Point == 0 ? (indifferent, 0) : (EdgeAt(heights[nearest.Point], nearest.Point), nearest.Point);
    }

    /// <summary>How far a point stays under the ray.</summary>
    public Gap GapAt(double height, int point)
    {
        var distance = point * StepKilometres;
        var product = distance * (Length - distance);
        var above = height + (_bulge * product) - RayAt(distance);
        return new(point, above * above, product);
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
        return height + (_bulge * distance * (Length - distance));
    }

    // False only when no point of the block can be nearer; a block that might reach the ray may.
    private bool MayHoldNearer(double height, int first, int last, in Gap nearest)
    {
        var (from, to) = (first * StepKilometres, last * StepKilometres);
        var middle = Math.Clamp(Length / 2, from, to);
        var product = middle * (Length - middle);
        var above = height + (_bulge * product) - Math.Min(RayAt(from), RayAt(to));
        return !(above < 0 && above * above * nearest.Product > nearest.Square * product * Slack);
    }

    private double RayAt(double distance) => Transmitter + (Slope * distance);
}
