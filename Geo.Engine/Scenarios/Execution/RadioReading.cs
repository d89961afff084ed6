using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Calibration;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Reads what radio measures name beside layers: calibrations, and the antenna files of their masts.</summary>
internal sealed class RadioReading(IFeatureStore store, CancellationToken cancellation)
{
    private readonly SortedDictionary<string, StoredCalibration> _calibrations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>Calibrations by id.</summary>
    public IReadOnlyDictionary<string, StoredCalibration> Calibrations => _calibrations;

    /// <summary>Antenna files, in order of name.</summary>
    public IReadOnlyList<StoredAntenna> Antennas { get; private set; } = [];

    /// <summary>What the manifest says of both.</summary>
    public IEnumerable<InputLayer> Manifest => _calibrations.Select(c => Of(c.Key, c.Value)).Concat(Antennas.Select(Of));

    /// <summary>The place of the first measure that names a calibration.</summary>
    public string PathOf(string calibration) => _paths[calibration];

    /// <summary>Reads; what is not there or cannot be read becomes a problem.</summary>
    public async Task<RadioReading> ReadAsync(Scenario scenario, IReadOnlyDictionary<string, LoadedLayer> layers, List<ScenarioProblem> problems)
    {
        var antennas = new List<string>();
        foreach (var (path, measure) in RadioCheck.Coverages(scenario))
        {
            if (measure.Radio.Calibration is { } id && _paths.TryAdd(id, path))
                await ReadCalibrationAsync(id, path, problems);
            if (measure.Radio.Ground is not null && layers.TryGetValue(measure.Masts.LayerId, out var masts) && masts.Column("antenna") is >= 0 and var column)
                antennas.AddRange(masts.Features.Select(f => f.Values[column]).OfType<string>());
        }
        Antennas = await StoredAntennas.ReadAsync(store, antennas, cancellation);
        return this;
    }

    private async Task ReadCalibrationAsync(string id, string path, List<ScenarioProblem> problems)
    {
        var faults = new List<BilingualText>();
        if (await StoredCalibration.FindAsync(store, id, faults, cancellation) is { } calibration)
            _calibrations[id] = calibration;
        problems.AddRange(faults.Select(f => new ScenarioProblem(path, f)));
    }

    private static InputLayer Of(string id, StoredCalibration calibration)
    {
        var (document, result) = (calibration.Document, calibration.Document.Result);
        var source = string.Create(CultureInfo.InvariantCulture, $"radio calibrate: {result.Samples} levels, RMSE {result.RmseBeforeDb:0.00} dB before, {result.RmseCrossValidatedDb:0.00} dB cross-validated");
        var date = document.Last.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new InputLayer(
            ScenarioInputs.IdOfCalibration(id), new($"Hiệu chỉnh {id}", $"Calibration {id}"), calibration.Sha256, new LayerProvenance(source, "", "", date, document.Status ?? LayerStatus.Synthetic, null));
    }

    // two cuts of a measured pattern are a generalisation of it
    private static InputLayer Of(StoredAntenna antenna) => new(
        ScenarioInputs.IdOfAntenna(antenna.Name), new($"Ăng-ten {antenna.Name}", $"Antenna {antenna.Name}"), antenna.Sha256, new LayerProvenance("MSI", "", "", "", LayerStatus.Generalised, null));
}
