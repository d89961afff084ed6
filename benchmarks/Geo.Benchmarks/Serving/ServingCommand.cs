using System.Diagnostics;
using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Stores;

namespace Geo.Benchmarks.Serving;

/// <summary>Our side of benchmarks/serving: makes the parcels in a store, and copies them from store to store as the peers do.</summary>
internal static class ServingCommand
{
    private const string Usage = """
        serving parcels COUNT STORE      writes COUNT synthetic parcels as layer 'parcels' into a store (geopackage:FILE or postgis:CONNECTION)
        serving copy STORE STORE         copies layer 'parcels' from the first store into the second; prints the seconds it took
        """;

    /// <summary>Runs one verb; 0 when it is done, 2 when there is no such verb.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case ["parcels", var count, var store]:
                await MakeAsync(int.Parse(count, CultureInfo.InvariantCulture), store);
                return 0;
            case ["copy", var source, var target]:
                await CopyAsync(source, target);
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task MakeAsync(int count, string address)
    {
        await using var store = await OpenAsync(address);
        await WriteAsync(store, new LayerContent(Parcels.Layer, new Parcels(count).All().ToAsyncEnumerable()));
    }

    private static async Task CopyAsync(string from, string to)
    {
        await using var source = await OpenAsync(from);
        await using var target = await OpenAsync(to);
        var layer = await source.FindLayerAsync(Parcels.Layer.Id, CancellationToken.None)
            ?? throw new InvalidOperationException($"The store {source.Description} has no layer '{Parcels.Layer.Id}'.");
        await WriteAsync(target, StoreCopy.Content(source, layer, CancellationToken.None));
    }

    private static async Task WriteAsync(IFeatureStore store, LayerContent content)
    {
        var start = Stopwatch.GetTimestamp();
        await store.ApplyAsync(new StoreChange { Layers = [content] }, CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F2}"));
    }

    private static async Task<IFeatureStore> OpenAsync(string address)
    {
        var store = FeatureStores.Create(StoreAddress.Parse(address), loadsAlone: true);
        await store.OpenAsync(CancellationToken.None);
        return store;
    }
}
