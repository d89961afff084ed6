using Geo.Engine.Features;
using Geo.Engine.Radio.Calibration;

namespace Geo.Api.Cli;

/// <summary>Measured levels beside those of a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Samples">The samples.</param>
/// <param name="LeftOut">How many the model has no level for, or that lie where no clutter is known.</param>
/// <param name="Problems">Lines that name no carrier.</param>
/// <param name="Status">The worst status of masts and ground.</param>
/// <param name="ClutterMetres">Heights of clutter that the model was asked with; null of a model that knows none.</param>
internal sealed record ComparedLevels(
    string Model, IReadOnlyList<CalibrationSample> Samples, int LeftOut, IReadOnlyList<MeasurementProblem> Problems, LayerStatus Status, IReadOnlyDictionary<int, double>? ClutterMetres);
