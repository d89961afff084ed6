using System.Text;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Calibration;

namespace Geo.Api.Processes;

/// <summary>Names inputs together with the versions of the layers, grids, calibrations and antennas that they point to: equal stamps, equal inputs.</summary>
internal sealed class InputStamp(IFeatureStore store, GridInput grids)
{
    /// <summary>The stamp of some inputs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="layers">Names of those that may be ids of layers.</param>
    /// <param name="gridIds">Names of those that are ids of grids.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string> OfAsync(ProcessInputs inputs, IEnumerable<string> layers, IEnumerable<string> gridIds, CancellationToken cancellation)
    {
        var stamp = new StringBuilder(inputs.ToJson().ToJsonString());
        foreach (var name in layers)
            if (inputs.Find(name) is { ValueKind: JsonValueKind.String } id)
                stamp.Append('\n').Append((await store.FindLayerAsync(id.GetString() ?? "", cancellation))?.Revision);
        foreach (var name in gridIds)
            if (inputs.Text(name) is { } id)
                stamp.Append('\n').Append(await grids.StampAsync(id, cancellation));
        if (inputs.Text(GroundInputs.Calibration) is { } calibration)
            stamp.Append('\n').Append(await store.FindDocumentTagAsync(StoredCalibration.NameOf(calibration), cancellation));
        foreach (var antenna in await StoredAntennas.ListAsync(store, cancellation))
            stamp.Append('\n').Append(antenna).Append(await store.FindDocumentTagAsync(StoredAntennas.NameOf(antenna), cancellation));
        return stamp.ToString();
    }
}
