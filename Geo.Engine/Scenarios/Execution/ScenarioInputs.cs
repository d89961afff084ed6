using System.Globalization;
using Geo.Engine.Economy;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Suitability;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Everything a scenario reads, in memory: from here on a run is arithmetic.</summary>
internal sealed class ScenarioInputs
{
    /// <summary>Vector layers by id.</summary>
    public required IReadOnlyDictionary<string, LoadedLayer> Layers { get; init; }

    /// <summary>Grids by id.</summary>
    public required IReadOnlyDictionary<string, LoadedGrid> Grids { get; init; }

    /// <summary>Calibrations by id.</summary>
    public required IReadOnlyDictionary<string, StoredCalibration> Calibrations { get; init; }

    /// <summary>Antenna files that tables of masts name.</summary>
    public required IReadOnlyList<StoredAntenna> Antennas { get; init; }

    /// <summary>What the manifest says of them, in order of id.</summary>
    public required IReadOnlyList<InputLayer> Manifest { get; init; }

    /// <summary>The economy table; null when no theme has an activity.</summary>
    public required EconomyTable? Economy { get; init; }

    /// <summary>Everything that a measure reads, by its id in the manifest: what its values depend on.</summary>
    public IEnumerable<string> ReadBy(Measure measure) => Sources.Read(measure).Concat(measure.All().OfType<Measure.Coverage>().SelectMany(BehindRadio));

    /// <summary>The id of a calibration in the manifest.</summary>
    public static string IdOfCalibration(string id) => $"calibrations/{id}";

    /// <summary>The id of an antenna file in the manifest.</summary>
    public static string IdOfAntenna(string name) => $"antennas/{name}";

    /// <summary>What the offsets of a calibration are on a frame; null when the measure names none.</summary>
    public Grid<float>? Offsets(RadioSettings radio, GridFrame frame, int threads, CancellationToken cancellation) =>
        radio.Calibration is { } id && Calibrations[id] is var calibration
            ? calibration.Offsets(frame, Grids[calibration.Document.Clutter].Surface().ToGrid(threads, cancellation), threads, cancellation)
            : null;

    private IEnumerable<string> BehindRadio(Measure.Coverage measure) =>
    [
        .. measure.Radio.Calibration is { } id ? [IdOfCalibration(id), Calibrations[id].Document.Clutter] : Array.Empty<string>(),
        .. measure.Radio.Ground is null ? [] : Antennas.Select(a => IdOfAntenna(a.Name)),
    ];

    /// <summary>The features that a source keeps, with their geometry in the system of the grid; features without geometry are left out.</summary>
    public IEnumerable<(Feature Feature, Geometry Projected)> Features(FeatureSource source)
    {
        var layer = Layers[source.LayerId];
        for (var i = 0; i < layer.Features.Count; i++)
            if (layer.Projected[i] is { IsEmpty: false } geometry && Keeps(source, layer, layer.Features[i]))
                yield return (layer.Features[i], geometry);
    }

    /// <summary>A number of a feature, NaN when there is none.</summary>
    public double Number(FeatureSource source, Feature feature, string column) => feature.Values[Layers[source.LayerId].Column(column)] switch
    {
        double number => number,
        long number => number,
        _ => double.NaN,
    };

    /// <summary>A text of a feature; empty when there is none.</summary>
    public string Text(FeatureSource source, Feature feature, string column) =>
        Layers[source.LayerId].Column(column) is >= 0 and var index ? Invariant(feature.Values[index]) ?? "" : "";

    private static bool Keeps(FeatureSource source, LoadedLayer layer, Feature feature) =>
        source.Where.All(condition =>
            layer.Column(condition.Column) is >= 0 and var index && Invariant(feature.Values[index]) is { } text && condition.AnyOf.Contains(text));

    /// <summary>A value as a scenario file writes it.</summary>
    private static string? Invariant(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
