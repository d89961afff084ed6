using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Geo.Tests.Stores;

/// <summary>A load that takes the file for itself: written once, safe against a crash, and only where nobody else has the file.</summary>
public sealed class LoadingAloneTests : IDisposable
{
    private const int Rows = 1_300; // of 64 KiB each: more than SQLite keeps in memory, so that the file itself is written before the end

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => folder.File("alone.gpkg");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pages_go_straight_into_the_file_which_is_in_WAL_mode_afterwards()
    {
        await LoadAsync("old", Texts(1));
        var (journal, log) = (0L, 0L);
        await LoadAsync("new", Texts(Rows, () => (journal, log) = (Length("-journal"), Length("-wal"))));
        Assert.True(journal > 0 && log == 0, $"{journal} bytes of rollback journal, {log} of write-ahead log");
        Assert.Equal(["wal"], SqliteProbe.Column(Path, "PRAGMA journal_mode"));
        Assert.Equal(["ok"], SqliteProbe.Column(Path, "PRAGMA integrity_check"));
        Assert.Equal(Rows, await CountAsync(Path, "new"));
    }

    [Fact]
    public async Task What_a_crash_leaves_opens_as_it_was_before_the_load()
    {
        await LoadAsync("old", Texts(2));
        var crashed = folder.File("crashed.gpkg");
        await LoadAsync("old", Texts(Rows, () =>
        {
            File.Copy(Path, crashed);
            File.Copy(Path + "-journal", crashed + "-journal");
        }));
        var written = new FileInfo(crashed).Length;
        Assert.True(written > 10_000_000, $"{written} bytes were written: the test would show nothing");
        Assert.Equal(2, await CountAsync(crashed, "old"));
        Assert.Equal(["ok"], SqliteProbe.Column(crashed, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_load_that_fails_leaves_the_old_layer_and_the_next_one_works()
    {
        await LoadAsync("old", Texts(3));
        await Assert.ThrowsAsync<InvalidOperationException>(() => LoadAsync("old", Texts(Rows, () => throw new InvalidOperationException("cut off"))));
        Assert.Equal(3, await CountAsync(Path, "old"));
        await LoadAsync("old", Texts(4));
        Assert.Equal(4, await CountAsync(Path, "old"));
        Assert.Equal(["wal"], SqliteProbe.Column(Path, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Where_another_program_has_the_file_open_it_goes_on_reading()
    {
        await LoadAsync("old", Texts(5));
        using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 1 }.ConnectionString);
        await other.OpenAsync(Cancel);
        long Count()
        {
            using var command = other.CreateCommand();
            command.CommandText = "SELECT count(*) FROM old";
            return (long)command.ExecuteScalar()!; // never null: a count
        }

        Assert.Equal(5, Count());
        var meanwhile = 0L;
        await LoadAsync("old", Texts(Rows, () => meanwhile = Count()));
        Assert.Equal((5, Rows), (meanwhile, Count()));
    }

    private static async Task<long> CountAsync(string path, string layerId)
    {
        await using var store = new GeoPackageStore(path);
        await store.OpenAsync(Cancel);
        var layer = Assert.IsType<Layer>(await store.FindLayerAsync(layerId, Cancel));
        return await store.CountAsync(layer, FeatureQuery.All, Cancel);
    }

    // What happens last, before the final row, happens in the middle of the transaction.
    private static async IAsyncEnumerable<Feature> Texts(int count, Action? last = null)
    {
        for (var i = 1; i <= count; i++)
        {
            if (i == count)
                last?.Invoke();
            yield return new Feature(i, null, [new string((char)('a' + (i % 26)), 65_536)]);
        }
        await Task.CompletedTask;
    }

    private async Task LoadAsync(string layerId, IAsyncEnumerable<Feature> features)
    {
        await using var store = new GeoPackageStore(Path) { LoadsAlone = true };
        await store.OpenAsync(Cancel);
        var definition = GeoPackageSamples.Definition(layerId, GeometryKind.None, CoordinateSystems.Crs84, [new("text", PropertyType.Text)]);
        await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, features)] }, Cancel);
    }

    private long Length(string ending) => new FileInfo(Path + ending) is { Exists: true } file ? file.Length : 0;
}
