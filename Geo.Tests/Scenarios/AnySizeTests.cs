using Geo.Engine.Scenarios;
using Geo.Engine.Scenarios.Keeping;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Scenarios;

/// <summary>However a run is cut up and wherever its values are held, its result is the same to the last bit.</summary>
public sealed class AnySizeTests : IAsyncLifetime
{
    private static readonly Scenario Small = ScenarioText.Parse(ScenarioText.Right);

    private readonly TemporaryFolder _folder = new();
    private ScenarioStore _coast = null!; // set before each test

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync()
    {
        await _coast.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Any_number_of_threads_gives_one_result(int threads)
    {
        var usual = await _coast.RunAsync(Small);
        Assert.Equal(usual.ResultHash, (await RunAsync(Small, new KeepingSettings(), threads)).ResultHash);
    }

    [Fact]
    public async Task Values_held_in_files_give_the_same_result_as_values_in_memory()
    {
        var usual = await _coast.RunAsync(Small);
        Assert.Equal(usual.ResultHash, (await RunAsync(Small, new KeepingSettings { MostBytesInMemory = 0 })).ResultHash);
        // Room for one criterion of 80 x 120 cells and not for two.
        Assert.Equal(usual.ResultHash, (await RunAsync(Small, new KeepingSettings { MostBytesInMemory = 40_000 })).ResultHash);
    }

    [Fact]
    public async Task A_changed_weight_measures_nothing_again_and_a_changed_layer_measures_what_reads_it()
    {
        var cached = new KeepingSettings { Cache = Cache() };
        await RunAsync(Small, cached);
        var first = Files();
        Assert.Equal(2, first.Length); // two distances; the stored grids' own values are not worth a file
        var weighted = ScenarioText.Parse(ScenarioText.With("{canal: 3, road: 1, cover: 2}", "{canal: 1, road: 4, cover: 2}"));
        Assert.Equal((await _coast.RunAsync(weighted)).ResultHash, (await RunAsync(weighted, cached)).ResultHash);
        Assert.Equal(first, Files());
        await _coast.Store.ApplyAsync(
            new() { Layers = [SmallCoast.Layer("roads", Geo.Engine.Features.GeometryKind.LineString, [], [], "", "LINESTRING (549000 1061785, 554500 1061785)")] },
            TestContext.Current.CancellationToken);
        Assert.Equal((await _coast.RunAsync(Small)).ResultHash, (await RunAsync(Small, cached)).ResultHash);
        Assert.Equal(3, Files().Length);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(64, 1)]
    [InlineData(20_000, 1)]
    [InlineData(20_000, 0)]
    public async Task A_damaged_or_cut_file_of_the_cache_is_computed_again(int place, int damage)
    {
        var cached = new KeepingSettings { Cache = Cache() };
        var right = await RunAsync(Small, cached);
        foreach (var name in Files())
        {
            var bytes = await File.ReadAllBytesAsync(name, TestContext.Current.CancellationToken);
            bytes[place] ^= (byte)damage;
            await File.WriteAllBytesAsync(name, damage == 0 ? bytes[..place] : bytes, TestContext.Current.CancellationToken);
        }
        Assert.Equal(right.ResultHash, (await RunAsync(Small, cached)).ResultHash);
        Assert.All(Files(), name => Assert.True(new FileInfo(name).Length > 38_400)); // whole again
    }

    [Fact]
    public async Task A_found_surface_is_read_from_its_file_when_memory_is_short()
    {
        var right = await RunAsync(Small, new KeepingSettings { Cache = Cache() });
        Assert.Equal(right.ResultHash, (await RunAsync(Small, new KeepingSettings { Cache = Cache(), MostBytesInMemory = 0 })).ResultHash);
    }

    [Fact]
    public async Task The_cache_stays_within_its_bound_and_lets_go_of_what_was_used_longest_ago()
    {
        // One surface is 64 + 80 x 120 x 4 + 80 x 4 = 38,784 bytes: there is room for one.
        await RunAsync(Small, new KeepingSettings { Cache = Cache(40_000) });
        var kept = Assert.Single(Files());
        var roads = ScenarioText.Parse(ScenarioText.With("layer: d_canal", "layer: d_road"));
        await RunAsync(roads, new KeepingSettings { Cache = Cache(40_000) });
        Assert.Equal(kept, Assert.Single(Files()));
        await RunAsync(Small, new KeepingSettings { Cache = Cache(38_783) });
        Assert.Equal(kept, Assert.Single(Files()));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_done_without()
    {
        var file = _folder.File("occupied");
        await File.WriteAllTextAsync(file, "not a folder", TestContext.Current.CancellationToken);
        var settings = new KeepingSettings { Cache = new SurfaceCache(file, long.MaxValue, TimeProvider.System) };
        Assert.Equal((await _coast.RunAsync(Small)).ResultHash, (await RunAsync(Small, settings)).ResultHash);
    }

    private SurfaceCache Cache(long mostBytes = long.MaxValue) => new(_folder.File("cache"), mostBytes, TimeProvider.System);

    private string[] Files() => [.. Directory.GetFiles(_folder.File("cache")).Order(StringComparer.Ordinal)];

    private async Task<ScenarioResult> RunAsync(Scenario scenario, KeepingSettings keeping, int threads = 2) =>
        await new ScenarioRunner(_coast.Store, new RunSettings(threads, "0.1.0", TimeProvider.System) { Keeping = keeping })
            .RunAsync(scenario, null, TestContext.Current.CancellationToken);
}
