using Geo.Engine.Features;

namespace Geo.Engine.Radio.Calibration;

/// <summary>A calibration to be kept and named: the document <c>calibrations/{id}.json</c> of a store.</summary>
/// <param name="Schema">Always <see cref="CurrentSchema"/>.</param>
/// <param name="Id">Its name.</param>
/// <param name="Model">The propagation model whose errors these are; offsets of one model mean nothing for another.</param>
/// <param name="Masts">The layer of masts.</param>
/// <param name="Clutter">The grid of clutter classes.</param>
/// <param name="MeasurementsSha256">Hash of the file of measurements.</param>
/// <param name="First">Time of the first measurement.</param>
/// <param name="Last">Time of the last one.</param>
/// <param name="Settings">How it was made.</param>
/// <param name="Result">What came of it.</param>
public sealed record CalibrationDocument(
    string Schema, string Id, string Model, string Masts, string Clutter, string MeasurementsSha256, DateTimeOffset First, DateTimeOffset Last, CalibrationSettings Settings, ClutterCalibration Result)
{
    /// <summary>The schema of these documents.</summary>
    public const string CurrentSchema = "soctranggeo/calibration/1";

    /// <summary>The worst status of masts, clutter and ground; null in documents that do not say, which are taken for the lowest.</summary>
    public LayerStatus? Status { get; init; }

    /// <summary>Heights of clutter that the model was asked with, metres by class; null of a model that knows none.</summary>
    public IReadOnlyDictionary<int, double>? ClutterMetres { get; init; }
}
