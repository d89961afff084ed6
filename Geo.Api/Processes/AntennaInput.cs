using Geo.Engine.Features;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;

namespace Geo.Api.Processes;

/// <summary>The antenna files that a table of masts names.</summary>
internal static class AntennaInput
{
    /// <summary>Those of them that the store has.</summary>
    public static Task<IReadOnlyList<StoredAntenna>> ReadAsync(IFeatureStore store, IEnumerable<MastRow> rows, CancellationToken cancellation) =>
        StoredAntennas.ReadAsync(store, rows.Select(r => r.Antenna), cancellation);
}
