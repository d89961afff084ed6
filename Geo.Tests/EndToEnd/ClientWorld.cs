using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Stores;
using Geo.Tests.Api;
using Geo.Tests.Fixtures;

namespace Geo.Tests.EndToEnd;

/// <summary>
/// The built server on each store, filled with the same layers, which are known row by row: the samples, 2,500 points to page through,
/// 50,000 to ask too much of, the bundled districts and the bundled grid of people. Started by the first test that asks.
/// </summary>
public sealed class ClientWorld : IAsyncDisposable
{
    /// <summary>The stores by name, as rows of a theory.</summary>
    public static TheoryData<string> Stores => [GeoPackage, PostGis];

    internal const string GeoPackage = "GeoPackage";
    internal const string PostGis = "PostGIS";

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly Dictionary<string, BuiltServer> _servers = [];
    private PostGisDatabase? _database;

    /// <summary>Rows of the layer <c>places</c>, as stores take them.</summary>
    internal static IReadOnlyList<Feature> Places { get; } = [.. SampleLayers.Storable(SampleLayers.PlaceRows)];

    /// <summary>Rows of the layer <c>many</c>.</summary>
    internal static IReadOnlyList<Feature> Many { get; } = [.. SampleLayers.ManyRows(2_500)];

    /// <summary>Points of the layer <c>crowd</c>.</summary>
    internal static int CrowdCount => 50_000;

    /// <summary>A place well inside the district of <see cref="InsideName"/>, and one in the open sea.</summary>
    internal static (double Longitude, double Latitude) Inside => (105.985, 9.61);

    internal static (double Longitude, double Latitude) AtSea => (106.6, 9.1);

    internal static string InsideName => "Sóc Trăng";

    /// <summary>The address of the server on that store, which is ready.</summary>
    internal async Task<Uri> ServerAsync(string kind, CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            if (_servers.TryGetValue(kind, out var running))
                return running.Address;
            var address = await AddressAsync(kind);
            await FillAsync(address, cancellation);
            var server = _servers[kind] = BuiltServer.StartOn(address, 0, Machine(kind));
            await server.ReadyAsync(cancellation);
            return server.Address;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>The most memory that the server on that store has held so far, in bytes.</summary>
    internal long PeakMemory(string kind) => _servers[kind].PeakMemory();

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        _folder.Dispose();
        _starting.Dispose();
    }

    /// <summary>One server runs on a machine in Viet Nam, the other on one of nowhere.</summary>
    private static (string, string)[] Machine(string kind) =>
        kind == GeoPackage ? [("TZ", "Asia/Ho_Chi_Minh"), ("LANG", "vi_VN.UTF-8"), ("LC_ALL", "vi_VN.UTF-8")] : [("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")];

    private async Task<string> AddressAsync(string kind)
    {
        if (kind == GeoPackage)
            return $"geopackage:{_folder.File("clients.gpkg")}";
        _database ??= await PostGisDatabase.CreateAsync();
        return $"postgis:{_database.ConnectionString}";
    }

    private static async Task FillAsync(string address, CancellationToken cancellation)
    {
        await using var store = FeatureStores.Create(StoreAddress.Parse(address));
        await store.OpenAsync(cancellation);
        var bundle = (await BundledLayers.ReadAsync(Repository.Data, cancellation)).Change!; // complete in the repository
        await store.ApplyAsync(
            new StoreChange
            {
                Layers =
                [
                    .. bundle.Layers.Where(l => l.Definition.Id == "districts"),
                    new LayerContent(SampleLayers.Places, Places.ToAsyncEnumerable()),
                    new LayerContent(SampleLayers.Hard, SampleLayers.Storable(SampleLayers.HardRows).ToAsyncEnumerable()),
                    new LayerContent(SampleLayers.Empty, AsyncEnumerable.Empty<Feature>()),
                    new LayerContent(SampleLayers.Many, Many.ToAsyncEnumerable()),
                    new LayerContent(SampleLayers.Many with { Id = "crowd" }, SampleLayers.ManyRows(CrowdCount).ToAsyncEnumerable()),
                ],
                Documents = [.. bundle.Documents.Where(d => d.Name.StartsWith("grids/population.", StringComparison.Ordinal))],
            },
            cancellation);
    }
}
