using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

/// <summary>What is read ahead of the writing is bounded by bytes, not by number alone: a layer of few, large features must fit into memory too.</summary>
public sealed class ReadAheadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_large_features_few_are_read_ahead(bool areTexts)
    {
        using var folder = new TemporaryFolder();
        await using var store = new GeoPackageStore(folder.File("few.gpkg"));
        await store.OpenAsync(Cancel);
        var definition = GeoPackageSamples.Definition("few", GeometryKind.LineString, CoordinateSystems.Crs84, [new("text", PropertyType.Text), new("count", PropertyType.Integer)]);
        var read = 0;
        // The first does not fit its layer: the load ends there, and what has been read by then was read ahead.
        async IAsyncEnumerable<Feature> Features()
        {
            for (read = 1; read <= 400; read++)
                yield return new Feature(read, areTexts ? null : Line(), [areTexts ? new string('x', 1 << 19) : null, "not a number"]);
            await Task.CompletedTask;
        }

        await Assert.ThrowsAsync<InvalidFeatureException>(() => store.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, Features())] }, Cancel));
        Assert.InRange(read, 1, 12); // eight batches of one, one being read, one being written
    }

    private static LineString Line() => new([.. Enumerable.Range(0, 1 << 15).Select(i => new Coordinate(105 + (i * 1e-6), 9))]) { SRID = CoordinateSystems.Crs84.Srid };
}
