using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Stores;

/// <summary>Files that are no GeoPackage, or one that is damaged: refused in words, never changed, never the end of the process.</summary>
public sealed class DamagedGeoPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder.File("foreign.gpkg");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("this is no database, though it is long enough to be looked at by a program that reads the first hundred bytes of a file")]
    [InlineData("SQLite format 3\0")]
    public async Task What_is_no_GeoPackage_is_refused_by_name(string content)
    {
        await File.WriteAllTextAsync(Path, content, Cancel);
        await using var store = new GeoPackageStore(Path, readOnly: true);
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Cancel));
        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("not a GeoPackage", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_kind_is_refused_and_not_changed()
    {
        SqliteProbe.Execute(Path, "CREATE TABLE t (a)");
        var before = await File.ReadAllBytesAsync(Path, Cancel);
        await using var store = new GeoPackageStore(Path);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.OpenAsync(Cancel));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path, Cancel));
    }

    [Fact]
    public async Task A_schema_that_never_ends_is_stopped()
    {
        await MakeOwnAsync();
        SqliteProbe.Execute(Path, """
            DROP TABLE gpkg_extensions;
            CREATE VIEW gpkg_extensions AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT 'points' AS table_name, 'geom' AS column_name, 'x' AS extension_name FROM n;
            """);
        await using var store = await OpenAsync();
        Assert.NotEmpty(await store.ListLayersAsync(Cancel)); // the view is not asked
    }

    [Fact]
    public async Task Damaged_files_give_errors_in_words_and_never_end_the_process()
    {
        await MakeOwnAsync();
        SqliteProbe.Execute(Path, "PRAGMA journal_mode = DELETE");
        var sound = await File.ReadAllBytesAsync(Path, Cancel);
        var damaged = folder.File("damaged.gpkg");
        var outcomes = new Dictionary<string, int>();
        for (var seed = 0; seed < 200; seed++)
        {
            await File.WriteAllBytesAsync(damaged, Damage(sound, seed), Cancel);
            var outcome = await TryReadAllAsync(damaged);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }
        Assert.True(outcomes.Count > 1, string.Join(", ", outcomes.Keys));
    }

    private static byte[] Damage(byte[] sound, int seed)
    {
        var random = new Random(seed);
        var bytes = (byte[])sound.Clone();
        for (var i = random.Next(1, 400); i > 0; i--)
            bytes[random.Next(seed % 4 == 0 ? 0 : 100, bytes.Length)] = (byte)random.Next(256);
        return seed % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    private static async Task<string> TryReadAllAsync(string file)
    {
        try
        {
            await using var store = new GeoPackageStore(file, readOnly: true);
            await store.OpenAsync(Cancel);
            foreach (var layer in await store.ListLayersAsync(Cancel))
            {
                await store.ReadAsync(layer, FeatureQuery.All, Cancel).CountAsync(Cancel);
                await store.CountAsync(layer, new FeatureQuery { Boxes = [new Extent(105, 9, 105.1, 9.1)] }, Cancel);
            }
            return "read";
        }
        catch (Exception fault) when (fault is StoreUnavailableException or InvalidFeatureException)
        {
            return fault.GetType().Name;
        }
    }

    private async Task<GeoPackageStore> OpenAsync()
    {
        var store = new GeoPackageStore(Path);
        await store.OpenAsync(Cancel);
        return store;
    }

    private async Task MakeOwnAsync()
    {
        await using var store = await OpenAsync();
        await store.ApplyAsync(new StoreChange { Layers = GeoPackageSamples.All }, Cancel);
    }
}
