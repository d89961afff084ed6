using System.Text.Json.Nodes;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Calibration;

namespace Geo.Api.Processes;

/// <summary>A calibration that a request names.</summary>
/// <param name="Stored">The calibration.</param>
/// <param name="OffsetsDb">What it adds to levels, on the frame that is computed.</param>
internal sealed record NamedCalibration(StoredCalibration Stored, Grid<float> OffsetsDb)
{
    /// <summary>How far it can be trusted.</summary>
    public LayerStatus Status => Stored.Document.Status ?? LayerStatus.Synthetic;

    /// <summary>What an answer says of it.</summary>
    public JsonObject Told() => new()
    {
        ["id"] = Stored.Document.Id,
        ["sha256"] = Stored.Sha256,
        ["status"] = StatusWord.Of(Status),
        ["samples"] = Stored.Document.Result.Samples,
        ["rmseBeforeDb"] = Stored.Document.Result.RmseBeforeDb,
        ["rmseCrossValidatedDb"] = Stored.Document.Result.RmseCrossValidatedDb,
    };
}
