using System.Security.Cryptography;
using Geo.Engine.Features;
using Geo.Engine.Formats.Bundled;

namespace Geo.Engine.Formats;

/// <summary>The layers, grids, scenarios and tables that come with the product, listed in <c>layers.yaml</c>.</summary>
public static class BundledLayers
{
    private const string CatalogueName = "layers.yaml";
    private const string EconomyName = "economy.yaml";

    /// <summary>Reads the catalogue and every file's checksum; features are streamed when the change is applied.</summary>
    /// <param name="dataFolder">The folder with <c>layers.yaml</c>, <c>scenarios/*.yaml</c> and <c>economy.yaml</c>.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<BundledData> ReadAsync(string dataFolder, CancellationToken cancellation)
    {
        var catalogue = Path.Combine(dataFolder, CatalogueName);
        if (!File.Exists(catalogue))
            return new BundledData(null, [new ImportProblem(CatalogueName, null, $"the folder '{dataFolder}' has no catalogue of layers")]);
        var problems = new List<ImportProblem>();
        var entries = LayerCatalogue.Read(await File.ReadAllTextAsync(catalogue, cancellation), CatalogueName, problems);
        foreach (var entry in entries.Where(e => problems.Count == 0 || (e.File.Length > 0 && e.Sha256.Length > 0)))
            await CheckAsync(dataFolder, entry, problems, cancellation);
        if (problems.Count > 0)
            return new BundledData(null, problems);
        var change = new StoreChange
        {
            Layers = [.. entries.Where(e => e.Vector is not null).Select(e => Content(dataFolder, e, cancellation))],
            Documents = [.. await GridsAsync(dataFolder, entries, cancellation), .. await TextsAsync(dataFolder, cancellation)],
        };
        return new BundledData(change, problems);
    }

    private static LayerContent Content(string folder, CatalogueEntry entry, CancellationToken cancellation) =>
        new(entry.Vector!, BundledFeatures.ReadAsync(Path.Combine(folder, entry.File), entry.Vector!, cancellation)); // called for vectors

    private static async Task CheckAsync(string folder, CatalogueEntry entry, List<ImportProblem> problems, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, entry.File);
        if (!File.Exists(path))
        {
            problems.Add(new ImportProblem(CatalogueName, $"layer '{entry.Id}'", $"the file '{entry.File}' is missing"));
            return;
        }

        await using var file = File.OpenRead(path);
        var checksum = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        if (checksum != entry.Sha256)
            problems.Add(new ImportProblem(entry.File, null, $"the checksum is {checksum}, the catalogue says {entry.Sha256}: the file was changed or damaged"));
    }

    private static async Task<IReadOnlyList<StoredDocument>> GridsAsync(string folder, IReadOnlyList<CatalogueEntry> entries, CancellationToken cancellation)
    {
        var documents = new List<StoredDocument>();
        foreach (var entry in entries.Where(e => e.Grid is not null))
        {
            documents.Add(new StoredDocument($"grids/{entry.Id}.tif", "image/tiff; application=geotiff", await File.ReadAllBytesAsync(Path.Combine(folder, entry.File), cancellation)));
            documents.Add(new StoredDocument($"grids/{entry.Id}.json", "application/json", GridLayerJson.Write(entry.Grid!))); // called for grids
        }

        return documents;
    }

    private static async Task<IReadOnlyList<StoredDocument>> TextsAsync(string folder, CancellationToken cancellation)
    {
        var scenarios = Path.Combine(folder, "scenarios");
        var names = Directory.Exists(scenarios)
            ? Directory.EnumerateFiles(scenarios, "*.yaml").Select(f => $"scenarios/{Path.GetFileName(f)}").Order(StringComparer.Ordinal).ToList()
            : [];
        if (File.Exists(Path.Combine(folder, EconomyName)))
            names.Add(EconomyName);
        var documents = new List<StoredDocument>();
        foreach (var name in names)
            documents.Add(new StoredDocument(name, "application/yaml", await File.ReadAllBytesAsync(Path.Combine(folder, name), cancellation)));
        return documents;
    }
}
