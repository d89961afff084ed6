using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;
using Geo.Engine.Siting;

namespace Geo.Api.Siting;

/// <summary>The known ground of a siting question.</summary>
/// <param name="Landscape">Ground and clutter around the people.</param>
/// <param name="Service">When a cell is served.</param>
internal sealed record SitingGround(Landscape Landscape, GroundServiceSettings Service)
{
    /// <summary>The masts of one site; what cannot be understood is left out and named in <paramref name="problems"/>.</summary>
    public static IReadOnlyList<NetworkSite> MastsOf(IEnumerable<NetworkCarrier> carriers, ICollection<BilingualText> problems) =>
        MastTable.Sites([.. carriers.Select(c => c.Mast)], SpectrumTable.Bundled, problems);
}
