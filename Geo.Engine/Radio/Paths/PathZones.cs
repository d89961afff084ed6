namespace Geo.Engine.Radio.Paths;

/// <summary>How much of a path lies over sea and how far its land reaches, each stretch taken to reach half a step beyond its end points.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, 3.4 and 3.6 and attachment 1, table 5 (omega, dtm, dlm, dct, dcr).</remarks>
internal readonly record struct PathZones(
    double SeaShare, double LandKilometres, double InlandKilometres, double TransmitterCoastKilometres, double ReceiverCoastKilometres)
{
    /// <summary>The zones of a profile, counted.</summary>
    public static PathZones Of(in PathProfile profile)
    {
        var length = profile.LengthKilometres;
        if (profile.Zones.IsEmpty)
            return new(0, length, length, double.PositiveInfinity, double.PositiveInfinity);
        var (sea, land, inland) = (0.0, 0.0, 0.0);
        var (landRun, inlandRun) = (0.0, 0.0);
        var (firstSea, lastSea) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < profile.Length; i++)
        {
            var (from, to) = Reach(profile.DistancesKilometres, i);
            var zone = profile.Zones[i];
            landRun = zone == PathZone.Sea ? 0 : landRun + (to - from);
            inlandRun = zone == PathZone.Inland ? inlandRun + (to - from) : 0;
            (land, inland) = (Math.Max(land, landRun), Math.Max(inland, inlandRun));
            if (zone != PathZone.Sea)
                continue;
            sea += to - from;
            (firstSea, lastSea) = (Math.Min(firstSea, from), to);
        }

        return new(sea / length, land, inland, firstSea, length - lastSea);
    }

    // halfway to the points before and after
    private static (double From, double To) Reach(ReadOnlySpan<double> distances, int point) => (
        point == 0 ? 0 : (distances[point - 1] + distances[point]) / 2,
        point == distances.Length - 1 ? distances[^1] : (distances[point] + distances[point + 1]) / 2);
}
