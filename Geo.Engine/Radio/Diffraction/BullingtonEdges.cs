using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Diffraction;

/// <summary>The two edges that delta-Bullington compares, in square roots of a metre (see <see cref="Bullington.Edge"/>).</summary>
/// <param name="Actual">Over ground and clutter as they are.</param>
/// <param name="Smooth">Over a smooth earth, the antennas at their heights above the smooth surface.</param>
public readonly record struct BullingtonEdges(double Actual, double Smooth)
{
    internal static BullingtonEdges Of(in PathProfile profile, double transmitter, double receiver, in SmoothSurface smooth, double earthKilometres) => new(
        Bullington.Edge(profile, transmitter, receiver, earthKilometres),
        Bullington.Edge(
            new PathProfile(profile.DistancesKilometres),
            transmitter - smooth.DiffractionTransmitterMetres,
            receiver - smooth.DiffractionReceiverMetres,
            earthKilometres));
}
