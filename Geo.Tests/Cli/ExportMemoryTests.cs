using System.Diagnostics;
using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Tests.Api;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Cli;

/// <summary>A layer larger than the memory allowed leaves in every form.</summary>
public sealed class ExportMemoryTests
{
    [Fact]
    public async Task Two_hundred_thousand_features_pass_through_a_heap_that_cannot_hold_them()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("many.gpkg");
        var text = new string('đ', 400);
        await using (var many = new GeoPackageStore(store))
        {
            await many.OpenAsync(TestContext.Current.CancellationToken);
            var rows = SampleLayers.ManyRows(200_000).Select(f => f with { Values = [text + f.Id, f.Values[1]] });
            await many.ApplyAsync(new StoreChange { Layers = [new LayerContent(SampleLayers.Many, rows.ToAsyncEnumerable())] }, TestContext.Current.CancellationToken);
        }
        foreach (var ending in new[] { "csv", "geojsons", "jsonfg", "fgb", "parquet" })
        {
            var file = folder.File($"many.{ending}");
            var (code, output) = await ExportAsync(store, file);
            Assert.True(code == 0, $"{ending}: {output}");
            // 160 MB of text alone, but for Parquet, which packs what repeats.
            Assert.InRange(new FileInfo(file).Length, ending == "parquet" ? 1_000_000 : 160_000_000, 400_000_000);
            File.Delete(file);
        }
    }

    private static async Task<(int Code, string Output)> ExportAsync(string store, string file)
    {
        var start = new ProcessStartInfo(Requirement.Program("dotnet"), [Path.Combine(AppContext.BaseDirectory, "Geo.Api.dll"), "export", "many", "-o", file, "--store", $"geopackage:{store}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x8000000"; // 128 MiB: what the pools of a packing library hold varies with the threads
        using var process = Process.Start(start)!; // not null: a program is started
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
