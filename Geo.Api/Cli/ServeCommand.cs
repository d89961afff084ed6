using System.CommandLine;
using Geo.Api.Health;
using Geo.Engine.Features;
using Geo.Engine.Stores;
using Microsoft.AspNetCore.Connections;

namespace Geo.Api.Cli;

/// <summary><c>serve</c>: the map, the API and the tiles; an empty store is filled first, while the server is already alive.</summary>
internal static class ServeCommand
{
    private const string Name = "serve";

    public static Command Build()
    {
        var command = new Command(Name, "Serve the map, the API and the tiles (the default)");
        ServeOptions.AddTo(command);
        command.Behind(ServeAsync);
        return command;
    }

    /// <summary>Makes the executable serve when no command is named.</summary>
    public static void MakeDefault(RootCommand root)
    {
        ServeOptions.AddTo(root);
        root.Behind(ServeAsync);
    }

    /// <summary>Whether a command line asks to serve, and not for its help.</summary>
    public static bool IsMeantBy(ParseResult line) =>
        line.Errors.Count == 0 && line.CommandResult.Command is RootCommand or { Name: Name } && line.Action == line.CommandResult.Command.Action;

    private static async Task<int> ServeAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = ServeOptions.Read(line);
        if (options.Problems() is { Count: > 0 } problems)
            return CommandDoor.Say(problems);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await using var server = GeoServer.Build(options, store, Prepare(store, options));
        await StartAsync(server, options, cancellation);
        Console.WriteLine($"SocTrangGeo serves {store.Description} at {string.Join(' ', server.Urls)}");
        await server.WaitForShutdownAsync(cancellation);
        return CommandDoor.Success;
    }

    private static async Task StartAsync(WebApplication server, GeoOptions options, CancellationToken cancellation)
    {
        try
        {
            await server.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new UserErrorException($"Another program listens on {options.Urls} already; stop it or choose another address with --urls.");
        }
    }

    private static Preparation Prepare(IFeatureStore store, GeoOptions options) => (progress, cancellation) =>
        ConsoleSteps.ShowAsync(async steps =>
        {
            var both = new Fork<StepProgress>(progress, steps);
            var done = await new StorePreparation(store, options).PrepareAsync(both, cancellation);
            Console.WriteLine("Ready.");
            return done;
        });

    private sealed class Fork<T>(IProgress<T> first, IProgress<T> second) : IProgress<T>
    {
        public void Report(T value)
        {
            first.Report(value);
            second.Report(value);
        }
    }
}
