namespace Geo.Engine.Radio.Spectrum;

/// <summary>An NR carrier. Carriers of one id share frequency and operator: their sectors disturb each other, and no others do.</summary>
public sealed record Carrier
{
    /// <summary>Names it, for example <c>viettel-n41</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the operator.</summary>
    public required string Operator { get; init; }

    /// <summary>The NR band.</summary>
    public required string Band { get; init; }

    /// <summary>Middle of the downlink, MHz.</summary>
    public required double CentreMegahertz { get; init; }

    /// <summary>Bandwidth of the channel, MHz.</summary>
    public required int BandwidthMegahertz { get; init; }

    /// <summary>Subcarrier spacing, 15 or 30 kHz.</summary>
    public required int SpacingKilohertz { get; init; }

    /// <summary>Resource blocks of that bandwidth and spacing.</summary>
    public required int ResourceBlocks { get; init; }

    /// <summary>Share of time given to the downlink, greater than 0 to 1; 1 for paired spectrum.</summary>
    public required double DownlinkShare { get; init; }

    /// <summary>Streams that a user receives at once, as a factor on the rate, at least 1.</summary>
    public required double Layers { get; init; }

    /// <summary>What of it is occupied, Hz: 12 subcarriers in every resource block.</summary>
    public double OccupiedHertz => LinkBudget.ResourceElements(ResourceBlocks) * SpacingKilohertz * 1_000.0;
}
