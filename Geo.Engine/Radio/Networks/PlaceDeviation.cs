using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;

namespace Geo.Engine.Radio.Networks;

/// <summary>How much the level differs between the places of one cell, as <see cref="CoverageRows"/> has it, for those who ask of single cells.</summary>
internal static class PlaceDeviation
{
    /// <summary>Standard deviation, dB: of the places (none at sea), of walls, and of what else the receiver is in, added in squares.</summary>
    public static double Db(Carrier carrier, NetworkSettings settings, Landscape landscape, double x, double y)
    {
        var (_, clutter, zone) = landscape.At(x, y);
        var places = zone == PathZone.Sea
            ? 0
            : LocationVariability.DeviationDb(carrier.CentreMegahertz / 1_000, landscape.Frame.CellSizeMetres, settings.ReceiverHeightMetres, clutter);
        var walls = IndoorLoss.Of(settings.Building, carrier).DeviationDb;
        return Math.Sqrt((places * places) + (walls * walls) + (settings.ExtraDeviationDb * settings.ExtraDeviationDb));
    }
}
