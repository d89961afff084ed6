using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Geo.Tests.Stores;

/// <summary>What another program sees in our PostGIS tables: Npgsql with NetTopologySuite, as any .NET client reads them.</summary>
public sealed class PostGisClientTests
{
    [Fact]
    public async Task A_plain_client_reads_the_geometries_we_wrote_with_their_reference_system()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        var cancellation = TestContext.Current.CancellationToken;
        await store.OpenAsync(cancellation);
        var definition = GeoPackageSamples.Definition("places", GeometryKind.Point, CoordinateSystems.Vn2000Tm3Zone10530, []);
        var place = new Feature(7, new Point(551391.972, 1061653.388), []);
        await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, new[] { place }.ToAsyncEnumerable())] }, cancellation);

        var sources = new NpgsqlDataSourceBuilder(database.ConnectionString);
        sources.UseNetTopologySuite();
        await using var client = sources.Build();
        var table = await database.ScalarAsync("SELECT f_table_name FROM geometry_columns WHERE f_table_schema = 'soctrang' AND f_table_name LIKE 'places%'");
        var column = await database.ScalarAsync("SELECT f_geometry_column FROM geometry_columns WHERE f_table_schema = 'soctrang' AND f_table_name LIKE 'places%'");
        await using var command = client.CreateCommand($"SELECT \"{column}\" FROM soctrang.\"{table}\"");
        var read = Assert.IsType<Point>(await command.ExecuteScalarAsync(cancellation));
        Assert.Equal((551391.972, 1061653.388, 9209), (read.X, read.Y, read.SRID));
    }
}
