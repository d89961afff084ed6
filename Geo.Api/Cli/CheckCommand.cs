using System.CommandLine;
using Geo.Engine.Scenarios;
using Geo.Engine.Stores;

namespace Geo.Api.Cli;

/// <summary><c>check SCENARIO</c>: every problem of a scenario, without running it.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> ScenarioName = new("scenario") { Description = "A scenario file, or the id of a scenario in the store" };

    public static Command Build()
    {
        var command = new Command("check", "List every problem of a scenario without running it") { ScenarioName };
        command.Behind(CheckAsync);
        return command;
    }

    private static async Task<int> CheckAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = CommonOptions.Read(line);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await store.OpenAsync(cancellation);
        await ConsoleSteps.ShowAsync(steps => new StorePreparation(store, options).FillAsync(steps, cancellation));
        var document = await ScenarioSource.ReadAsync(line.GetRequiredValue(ScenarioName), store, cancellation);
        var problems = await ScenarioCheck.CheckAsync(await ScenarioSource.ParseAsync(document, store, cancellation), store, cancellation);
        if (problems.Any(p => !p.IsWarning))
            return CommandDoor.Say(problems.Select(p => p.ToString()));
        foreach (var warning in problems)
            Console.WriteLine(warning);
        Console.WriteLine($"{document.Name} can be run.");
        return CommandDoor.Success;
    }
}
