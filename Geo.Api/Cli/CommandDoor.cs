using System.CommandLine;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;

namespace Geo.Api.Cli;

/// <summary>The outermost door of a command: what a person can mend becomes one sentence on the error stream and exit code 1.</summary>
internal static class CommandDoor
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Gives a command its work.</summary>
    public static void Behind(this Command command, Func<ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction(async (line, cancellation) =>
        {
            try
            {
                return await work(line, cancellation);
            }
            catch (ScenarioFailedException failed)
            {
                return Say(failed.Problems.Select(p => p.ToString()));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return Say(["Stopped; nothing was changed."]);
            }
            catch (Exception fault) when (fault is UserErrorException or FormatException or StoreUnavailableException or IOException or UnauthorizedAccessException)
            {
                return Say([fault.Message]);
            }
        });

    /// <summary>Prints problems on the error stream and gives the exit code for them.</summary>
    public static int Say(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        return Failure;
    }
}
