using System.CommandLine;
using Geo.Api.Formats;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores;
using Geo.Engine.Stores.GeoPackage;

namespace Geo.Api.Cli;

/// <summary><c>export LAYER</c>: a layer in the forms of the service, a grid as GeoTIFF; by the ending of the file.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> LayerId = new("layer") { Description = "Id of a layer or a grid" };

    private static readonly IReadOnlyList<FeatureFormat> Formats = FeatureForms.All(new FeatureFormOptions(TimeProvider.System, ByteOrderMark: true, HasIndex: true));

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = $"The file to write: {Endings} for layers, .tif for grids",
        Required = true,
    };

    public static Command Build()
    {
        var command = new Command("export", "Write a layer or a grid to a file") { LayerId, Output };
        command.Behind(ExportAsync);
        return command;
    }

    private static async Task<int> ExportAsync(ParseResult line, CancellationToken cancellation)
    {
        var (id, path) = (line.GetRequiredValue(LayerId), line.GetRequiredValue(Output));
        await using var store = FeatureStores.Create(StoreAddress.Parse(CommonOptions.Read(line).Store));
        await store.OpenAsync(cancellation);
        if (Path.GetExtension(path).Equals(".tif", StringComparison.OrdinalIgnoreCase))
            await GridAsync(store, id, path, cancellation);
        else
            await LayerAsync(store, await FindAsync(store, id, cancellation), path, cancellation);
        Console.WriteLine($"wrote {path}");
        return CommandDoor.Success;
    }

    private static Task LayerAsync(IFeatureStore store, Layer layer, string path, CancellationToken cancellation)
    {
        var features = store.ReadAsync(layer, FeatureQuery.All, cancellation);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".geojson" or ".json" => WholeFile.WriteAsync(path, s => LayerExport.WriteGeoJsonAsync(layer, features, s, cancellation)),
            // A file that is there already keeps its other layers.
            ".gpkg" => GeoPackageAsync(store, layer, path, cancellation),
            var ending when Formats.FirstOrDefault(f => f.FileEnding == ending) is { } format =>
                WholeFile.WriteAsync(path, s => format.WriteAsync(LayerView.Whole(layer.Definition, CoordinateSystems.Crs84).Of(features), s, cancellation)),
            var ending => throw new UserErrorException($"A layer cannot be written as '{ending}'; allowed are {Endings}."),
        };
    }

    private static string Endings => string.Join(", ", Formats.Select(f => f.FileEnding));

    private static async Task GeoPackageAsync(IFeatureStore store, Layer layer, string path, CancellationToken cancellation)
    {
        await using var target = new GeoPackageStore(path) { LoadsAlone = true };
        await target.OpenAsync(cancellation);
        await target.ApplyAsync(new StoreChange { Layers = [StoreCopy.Content(store, layer, cancellation)] }, cancellation);
    }

    private static async Task GridAsync(IFeatureStore store, string id, string path, CancellationToken cancellation)
    {
        var grid = await store.FindDocumentAsync($"grids/{id}.tif", cancellation);
        if (grid is null)
            throw new UserErrorException($"The store has no grid '{id}'; it has: {string.Join(", ", await GridIdsAsync(store, cancellation))}.");
        await WholeFile.WriteAsync(path, s => s.WriteAsync(grid.Content, cancellation).AsTask());
    }

    private static async Task<Layer> FindAsync(IFeatureStore store, string id, CancellationToken cancellation) =>
        await store.FindLayerAsync(id, cancellation)
        ?? throw new UserErrorException($"The store has no layer '{id}'; it has: {string.Join(", ", (await store.ListLayersAsync(cancellation)).Select(l => l.Id))}.");

    private static async Task<IEnumerable<string>> GridIdsAsync(IFeatureStore store, CancellationToken cancellation) =>
        (await store.ListDocumentsAsync("grids/", cancellation)).Where(n => n.EndsWith(".tif", StringComparison.Ordinal)).Select(n => Path.GetFileNameWithoutExtension(n));
}
