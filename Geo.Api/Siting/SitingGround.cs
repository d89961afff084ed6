using Geo.Api.Processes;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;
using Geo.Engine.Siting;

namespace Geo.Api.Siting;

/// <summary>The known ground of a siting question.</summary>
/// <param name="Landscape">Ground and clutter around the people.</param>
/// <param name="Service">When a cell is served.</param>
/// <param name="Antennas">Antenna files that masts may name.</param>
internal sealed record SitingGround(Landscape Landscape, GroundServiceSettings Service, IReadOnlyList<StoredAntenna> Antennas)
{
    /// <summary>The calibration that was named; null for none.</summary>
    public NamedCalibration? Calibration { get; init; }

    /// <summary>The masts of one site; what cannot be understood is left out and named in <paramref name="problems"/>.</summary>
    public IReadOnlyList<NetworkSite> MastsOf(IEnumerable<NetworkCarrier> carriers, ICollection<BilingualText> problems) =>
        MastTable.Sites([.. carriers.Select(c => c.Mast)], SpectrumTable.Bundled, Antennas, problems);
}
