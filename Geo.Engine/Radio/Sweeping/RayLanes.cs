using System.Runtime.Intrinsics;
using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Sweeping;

/// <summary>Eight rays side by side (see <see cref="RayClearance"/>) over points a fixed step apart.</summary>
/// <param name="stepKilometres">Distance between points.</param>
/// <param name="earthKilometres">Effective radius of the earth.</param>
internal readonly struct RayLanes(double stepKilometres, double earthKilometres)
{
    /// <summary>Distance between points, kilometres.</summary>
    public double StepKilometres { get; } = stepKilometres;

    /// <summary>Effective radius of the earth.</summary>
    public double EarthKilometres { get; } = earthKilometres;

    /// <summary>Metres by which the earth bulges under a point, for each square kilometre of the product of its distances to both ends.</summary>
    public double Bulge { get; } = 500 / earthKilometres;

    /// <summary>Points between the ends: 1 to this.</summary>
    public Vector512<double> Points { get; init; }

    /// <summary>Length of the paths, kilometres.</summary>
    public Vector512<double> Length { get; init; }

    /// <summary>Antennas of the transmitter, metres above sea level.</summary>
    public Vector512<double> Transmitter { get; init; }

    /// <summary>Antennas of the receivers, metres above sea level.</summary>
    public Vector512<double> Receiver { get; init; }

    /// <summary>Metres that the rays rise in a kilometre.</summary>
    public Vector512<double> Slope { get; init; }

    /// <summary>The same paths over an earth of another radius.</summary>
    public RayLanes Over(double earth) =>
        new(StepKilometres, earth) { Points = Points, Length = Length, Transmitter = Transmitter, Receiver = Receiver, Slope = Slope };

    /// <summary>The same paths between antennas of other heights.</summary>
    public RayLanes Between(Vector512<double> from, Vector512<double> to) => this with { Transmitter = from, Receiver = to, Slope = (to - from) / Length };

    /// <summary>One of them.</summary>
    public RayClearance this[int lane] => new(StepKilometres, (int)Points[lane], Length[lane], Transmitter[lane], Receiver[lane], Slope[lane], Bulge);

    /// <summary>How far a point of each path stays under its ray on level ground at 0.</summary>
    public GapLanes GapAt(Vector512<double> point)
    {
        var distance = point * StepKilometres;
        var product = distance * (Length - distance);
        var above = (product * Bulge) - (Transmitter + (Slope * distance));
        return new(point, above * above, product);
    }

    /// <summary>The edge of a point of each path on level ground at 0 (see <see cref="Bullington.Edge"/>).</summary>
    public Vector512<double> EdgeAt(Vector512<double> point)
    {
        var distance = point * StepKilometres;
        var product = distance * (Length - distance);
        return ((product * Bulge) - (Transmitter + (Slope * distance))) * Vector512.Sqrt(Length * 0.002 / product);
    }
}
