using System.Security.Cryptography;
using System.Text.Json;
using Geo.Engine.Economy;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Yaml;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Reads everything a scenario names out of a store; what is not there or does not fit becomes a problem.</summary>
internal sealed class InputReading(Scenario scenario, IFeatureStore store, CancellationToken cancellation)
{
    private const string EconomyDocument = "economy.yaml";

    private readonly SortedDictionary<string, LoadedLayer> _layers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, LoadedGrid> _grids = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, InputLayer> _manifest = new(StringComparer.Ordinal);
    private readonly List<ScenarioProblem> _problems = [];

    /// <summary>The inputs, as far as they could be read, and what stands in the way.</summary>
    public static async Task<(ScenarioInputs Inputs, List<ScenarioProblem> Problems)> ReadAsync(
        Scenario scenario, IFeatureStore store, CancellationToken cancellation)
    {
        var reading = new InputReading(scenario, store, cancellation);
        var inputs = await reading.ReadAsync();
        reading._problems.AddRange(InputCheck.Problems(scenario, inputs));
        return (inputs, reading._problems);
    }

    private async Task<ScenarioInputs> ReadAsync()
    {
        await ReadLayerAsync("study_area.districts", scenario.StudyArea.DistrictLayer);
        foreach (var layer in scenario.Layers)
            if (layer.Features is { } features)
                await ReadLayerAsync($"layers.{layer.Name}", features.LayerId);
            else if (layer.Grid is { } grid)
                await ReadGridAsync($"layers.{layer.Name}", grid.GridId);
        var radio = await new RadioReading(store, cancellation).ReadAsync(scenario, _layers, _problems);
        foreach (var (id, calibration) in radio.Calibrations)
            await ReadGridAsync(radio.PathOf(id), calibration.Document.Clutter);
        foreach (var input in radio.Manifest)
            _manifest[input.Id] = input;
        var economy = scenario.Themes.Any(t => t.Activity is not null) ? await ReadEconomyAsync() : null;
        return new ScenarioInputs { Layers = _layers, Grids = _grids, Manifest = [.. _manifest.Values], Economy = economy, Calibrations = radio.Calibrations, Antennas = radio.Antennas };
    }

    private async Task ReadLayerAsync(string path, string id)
    {
        if (_layers.ContainsKey(id))
            return;
        var layer = await store.FindLayerAsync(id, cancellation);
        if (layer is null)
        {
            var known = (await store.ListLayersAsync(cancellation)).Select(l => l.Id).ToList();
            _problems.Add(new(path, new($"không có lớp '{id}' trong {store.Description}; có {string.Join(", ", known)}", $"there is no layer '{id}' in {store.Description}; it has {string.Join(", ", known)}"), Spelling.Hint(id, known)));
            return;
        }
        using var hash = new LayerContentHash(layer.Definition);
        var projection = Projection.Between(layer.Definition.System, scenario.Frame.System);
        var features = new List<Feature>();
        var projected = new List<Geometry?>();
        await foreach (var feature in store.ReadAsync(layer, FeatureQuery.All, cancellation))
        {
            hash.Append(feature);
            features.Add(feature);
            projected.Add(feature.Geometry is null ? null : projection.Transform(feature.Geometry));
        }
        _layers[id] = new LoadedLayer(layer.Definition, features, projected);
        _manifest[id] = new InputLayer(id, layer.Definition.Title, hash.Finish(), layer.Definition.Provenance);
    }

    private async Task ReadGridAsync(string path, string id)
    {
        if (_grids.ContainsKey(id))
            return;
        var file = await store.FindDocumentAsync($"grids/{id}.tif", cancellation);
        var description = await store.FindDocumentAsync($"grids/{id}.json", cancellation);
        if (file is null || description is null)
        {
            var known = await KnownGridsAsync();
            _problems.Add(new(path, new($"không có lưới '{id}' trong {store.Description}; có {string.Join(", ", known)}", $"there is no grid '{id}' in {store.Description}; it has {string.Join(", ", known)}"), Spelling.Hint(id, known)));
            return;
        }
        try
        {
            using var stream = new MemoryStream(file.Content.ToArray());
            var info = GeoTiffFile.ReadInfo(stream);
            if (info.EpsgCode != scenario.Frame.System.Srid)
                _problems.Add(new(path, new($"lưới '{id}' ở EPSG:{info.EpsgCode}; lưới của kịch bản ở {scenario.Frame.System.Code}", $"grid '{id}' is in EPSG:{info.EpsgCode}; the scenario's grid is in {scenario.Frame.System.Code}"), new("hãy chuyển về hệ đó trước", "bring it into that system first")));
            var layer = GridLayerJson.Read(description.Content.Span);
            _grids[id] = new LoadedGrid(layer, info, file.Content);
            _manifest[id] = new InputLayer(id, layer.Title, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)), layer.Provenance);
        }
        catch (Exception fault) when (fault is GeoTiffException or JsonException)
        {
            _problems.Add(new(path, new($"không đọc được lưới '{id}': {fault.Message}", $"grid '{id}' cannot be read: {fault.Message}")));
        }
    }

    private async Task<List<string>> KnownGridsAsync()
    {
        var names = await store.ListDocumentsAsync("grids/", cancellation);
        return [.. names.Where(n => n.EndsWith(".tif", StringComparison.Ordinal)).Select(n => Path.GetFileNameWithoutExtension(n))];
    }

    private async Task<EconomyTable?> ReadEconomyAsync()
    {
        var document = await store.FindDocumentAsync(EconomyDocument, cancellation);
        if (document is null)
        {
            _problems.Add(new("themes", new($"{store.Description} không có {EconomyDocument} mà economy: cần", $"{store.Description} has no {EconomyDocument}, which economy: needs")));
            return null;
        }
        var faults = new List<YamlProblem>();
        var table = EconomyTable.Parse(System.Text.Encoding.UTF8.GetString(document.Content.Span), faults);
        _problems.AddRange(faults.Select(f => new ScenarioProblem(f.Path, f.Message, f.Hint, false, EconomyDocument, f.Line)));
        return table;
    }
}
