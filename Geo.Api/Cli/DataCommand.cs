using System.CommandLine;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Cli;

/// <summary><c>data fetch [SOURCE…]</c>: official open data into a folder, each file whole and checked or not at all.</summary>
internal static class DataCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Argument<string[]> SourceIds = new("sources")
    {
        Description = "Ids of sources in sources.yaml; none lists them",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Folder = new("--into") { Description = "Folder for the files", DefaultValueFactory = _ => Path.Combine("var", "fetched") };

    public static Command Build()
    {
        var fetch = new Command("fetch", "Fetch official open data listed in sources.yaml") { SourceIds, Folder };
        fetch.Behind(FetchAsync);
        return new Command("data", "Open data beyond the bundled layers") { fetch };
    }

    private static async Task<int> FetchAsync(ParseResult line, CancellationToken cancellation)
    {
        var known = await ReadAsync(CommonOptions.Read(line).DataFolder, cancellation);
        var ids = line.GetValue(SourceIds) ?? [];
        if (ids.Length == 0)
        {
            foreach (var source in known)
                Console.WriteLine($"{source.Id,-24} {source.Title.En} ({source.Provenance.Licence})");
            return CommandDoor.Success;
        }
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var fetch = new DataFetch(client, Patience);
        var failures = 0;
        foreach (var source in ids.Select(id => Find(known, id)).ToList())
            failures += Print(await ConsoleSteps.ShowAsync(steps => fetch.RunAsync(source, line.GetRequiredValue(Folder), Key(source), steps, cancellation)));
        return failures == 0 ? CommandDoor.Success : CommandDoor.Failure;
    }

    private static async Task<IReadOnlyList<DataSource>> ReadAsync(string dataFolder, CancellationToken cancellation)
    {
        var path = Path.Combine(dataFolder, "sources.yaml");
        if (!File.Exists(path))
            throw new UserErrorException($"There is no list of sources at '{path}'; name the folder that has it with --data.");
        var list = DataSources.Read(await File.ReadAllTextAsync(path, cancellation), path);
        return list.Problems.Count == 0 ? list.Sources : throw new UserErrorException(string.Join(Environment.NewLine, list.Problems));
    }

    private static DataSource Find(IReadOnlyList<DataSource> known, string id) =>
        known.FirstOrDefault(s => s.Id == id)
        ?? throw new UserErrorException($"There is no source '{id}'; there are: {string.Join(", ", known.Select(s => s.Id))}.");

    private static string? Key(DataSource source) => source.KeyVariable is { } name ? Environment.GetEnvironmentVariable(name) : null;

    private static int Print(FetchedFile file)
    {
        if (file.Problem is { } problem)
            return CommandDoor.Say([$"{file.Source.Id}: {problem}"]);
        Console.WriteLine(FormattableString.Invariant($"{file.Source.Id}: {file.Path}, {file.Bytes} bytes, {(file.WasThere ? "there already" : "fetched")}; sha256 {file.Sha256}"));
        foreach (BilingualText how in file.Source.Layers.Select(l => l.How))
            Console.WriteLine($"  {how.En}");
        return CommandDoor.Success;
    }
}
