using System.CommandLine;
using System.Globalization;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Stores;
using Geo.Engine.Stores.GeoPackage;

namespace Geo.Api.Cli;

/// <summary><c>doctor</c>: is everything there that the server needs? Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Build()
    {
        var command = new Command("doctor", "Check the machine, the store and the bundled data; changes nothing");
        command.Behind(ExamineAsync);
        return command;
    }

    private static async Task<int> ExamineAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = CommonOptions.Read(line);
        var findings = new List<(bool Good, string Text)>
        {
            (true, $"SocTrangGeo {ProgramVersion.Text} on .NET {Environment.Version}, {Environment.ProcessorCount} processors"),
            Culture(),
            Map(),
            await BundleAsync(options.DataFolder, cancellation),
        };
        findings.AddRange(await StoreAsync(options.Store, cancellation));
        foreach (var (good, text) in findings)
            Console.WriteLine($"{(good ? "ok  " : "BAD ")} {text}");
        return findings.All(f => f.Good) ? CommandDoor.Success : CommandDoor.Failure;
    }

    private static (bool Good, string Text) Culture()
    {
        var number = 1234.5.ToString("N1", CultureInfo.GetCultureInfo("vi-VN"));
        return (number == "1.234,5", $"Vietnamese numbers: {number}{(number == "1.234,5" ? "" : "; install libicu")}");
    }

    private static (bool Good, string Text) Map()
    {
        var manifest = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.staticwebassets*.json").Any()
            || File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html"));
        return (manifest, manifest ? "the map is built" : "the map is not built; install Node 20.19 or newer and build again");
    }

    private static async Task<(bool Good, string Text)> BundleAsync(string folder, CancellationToken cancellation)
    {
        var bundle = await BundledLayers.ReadAsync(folder, cancellation);
        return bundle.Change is { } change
            ? (true, $"bundled data in {folder}: {change.Layers.Count} layers, {change.Documents.Count} documents, checksums right")
            : (false, $"bundled data in {folder}: {string.Join(' ', bundle.Problems)}");
    }

    private static async Task<IReadOnlyList<(bool Good, string Text)>> StoreAsync(string address, CancellationToken cancellation)
    {
        if (StoreAddress.Parse(address) is StoreAddress.GeoPackageFile { Path: var path } && !File.Exists(path))
            return [(true, $"store {address}: not there yet; serve makes it")];
        await using var store = FeatureStores.Create(StoreAddress.Parse(address));
        try
        {
            await store.OpenAsync(cancellation);
            return await LayersAsync(store, cancellation);
        }
        catch (StoreUnavailableException closed)
        {
            return [(false, closed.Message)];
        }
    }

    private static async Task<IReadOnlyList<(bool Good, string Text)>> LayersAsync(IFeatureStore store, CancellationToken cancellation)
    {
        var layers = await store.ListLayersAsync(cancellation);
        var runs = await store.ListDocumentsAsync("runs/", cancellation);
        var findings = new List<(bool, string)> { (true, $"store {store.Description}: {layers.Count} layers, {runs.Count} runs") };
        if (store is GeoPackageStore file)
            findings.AddRange((await file.ListRefusedLayersAsync(cancellation)).Select(r => (false, $"a layer cannot be served: {r}")));
        findings.Add(await AuditAsync(store, cancellation));
        return findings;
    }

    private static async Task<(bool Good, string Text)> AuditAsync(IFeatureStore store, CancellationToken cancellation)
    {
        var (last, brokenAt) = await AuditChain.CheckAsync(store.Audit.ReadAsync(cancellation), cancellation);
        if (brokenAt is { } number)
            return (false, FormattableString.Invariant($"audit log: record {number} was changed or removed by hand; only what stands before it can be relied on"));
        return (true, last is null ? "audit log: empty" : FormattableString.Invariant($"audit log: {last.Number} records, unbroken; the last is {last.Hash}"));
    }
}
