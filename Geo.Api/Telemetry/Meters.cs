using System.Diagnostics.Metrics;

namespace Geo.Api.Telemetry;

/// <summary>What the server counts of its own; requests are counted by ASP.NET Core, database commands by Npgsql.</summary>
internal static class Meters
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "SocTrangGeo.Api";

    private static readonly Meter Meter = new(Name);

    /// <summary>Vector tiles that were asked for.</summary>
    public static Counter<long> TilesAsked { get; } = Meter.CreateCounter<long>("soctrang.tiles.asked", "{tile}", "Vector tiles asked for");

    /// <summary>Vector tiles that were not in the cache.</summary>
    public static Counter<long> TilesMade { get; } = Meter.CreateCounter<long>("soctrang.tiles.made", "{tile}", "Vector tiles that were not in the cache and had to be made");
}
