using System.CommandLine;

namespace Geo.Api.Cli;

/// <summary>The options of <c>serve</c> about processes and jobs.</summary>
internal static class JobOptions
{
    private static readonly GeoOptions Defaults = new();

    private static readonly Option<int> Concurrency = new("--jobs")
    {
        Description = "Long jobs, such as scenario runs, at a time",
        DefaultValueFactory = _ => Defaults.JobConcurrency,
    };

    private static readonly Option<int> Kept = new("--jobs-kept")
    {
        Description = "Finished jobs that are kept with their results",
        DefaultValueFactory = _ => Defaults.JobsKept,
    };

    private static readonly Option<int> Days = new("--job-days")
    {
        Description = "Days that finished jobs are kept",
        DefaultValueFactory = _ => Defaults.JobDays,
    };

    private static readonly Option<string[]> InputHosts = new("--input-host")
    {
        Description = "A host (name or name:port) that inputs of processes may be fetched from; may be given several times",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string[]> CallbackHosts = new("--callback-host")
    {
        Description = "A host (name or name:port) that may be told how jobs go; may be given several times",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> Echo = new("--echo") { Description = "Offer the process echo, for test suites" };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } = [Concurrency, Kept, Days, InputHosts, CallbackHosts, Echo];

    /// <summary>The settings with what a command line says of jobs.</summary>
    public static GeoOptions Apply(GeoOptions options, ParseResult line) => options with
    {
        JobConcurrency = line.GetRequiredValue(Concurrency),
        JobsKept = line.GetRequiredValue(Kept),
        JobDays = line.GetRequiredValue(Days),
        InputHosts = line.GetRequiredValue(InputHosts),
        CallbackHosts = line.GetRequiredValue(CallbackHosts),
        EchoProcess = line.GetValue(Echo),
    };
}
