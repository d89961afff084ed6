using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Geo.Engine.Siting;
using Geo.Tests.Siting;

namespace Geo.Benchmarks.Siting;

/// <summary><c>siting REFERENCE FILE [FILTER]</c>: every published instance, with what is known, what we find, the bound and the seconds.</summary>
internal static class SitingCommand
{
    private const double MostSeconds = 60;
    private const double MostOff = 0.005;
    private static readonly SitingEffort Effort = new() { Moves = 8_000_000, Annealings = 10, Threads = Math.Min(4, Environment.ProcessorCount), Kicks = 1_500, BoundSteps = 2_000, ExactWork = 6 };

    // On thousands of cells a unit of CP-SAT's work takes several seconds, and annealing finds more in them.
    private static readonly SitingEffort EffortOfMost = Effort with { ExactWork = 3.5 };

    public static int Run(string[] arguments)
    {
        var filter = arguments.ElementAtOrDefault(2) ?? "";
        File.WriteAllLines(arguments[1], Heading());
        var isKept = true;
        foreach (var (name, known, solve) in Instances(new PublishedInstances(arguments[0])).Where(i => i.Name.Contains(filter, StringComparison.Ordinal)))
        {
            var watch = Stopwatch.StartNew();
            var (ours, bound) = solve();
            var seconds = watch.Elapsed.TotalSeconds;
            var off = Math.Abs(ours - known) / known;
            isKept &= off <= MostOff && seconds <= MostSeconds;
            var line = string.Create(CultureInfo.InvariantCulture, $"| {name} | {known:0.###} | {ours:0.###} | {bound:0.###} | {Math.Abs(bound - ours) / ours:P3} | {off:P3} | {seconds:0.0} |");
            File.AppendAllLines(arguments[1], [line]);
            Console.WriteLine(line);
        }
        return isKept ? 0 : 1;
    }

    private static string[] Heading() =>
    [
        "# Published siting instances",
        "",
        string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}; one instance after the other, reading included. Made by `benchmarks/siting/run.sh`."),
        "Asked for: within 0.5 % of the best known value in 60 seconds, the bound shown. Limits are of work, not of time, so that values and bounds repeat.",
        "",
        "| instance | best known | ours | bound | gap | from best known | seconds |",
        "|---|---|---|---|---|---|---|",
    ];

    private static IEnumerable<(string Name, double Known, Func<(double Ours, double Bound)> Solve)> Instances(PublishedInstances published)
    {
        foreach (var row in published.Listed("mclp"))
            yield return ($"{row[0]} p={row[2]}", PublishedInstances.Number(row[4]), () => Plan(published.Covering(row[0], PublishedInstances.Number(row[3])), new SitingGoal.MostWithSites(Count(row[2])), EffortOfMost));
        foreach (var row in published.Listed("setcover"))
            yield return (row[0], PublishedInstances.Number(row[3]), () => Plan(published.SetCover(row[0]), new SitingGoal.Reach(Count(row[1]), []), Effort));
        foreach (var row in published.Listed("pmedian"))
            yield return (row[0], PublishedInstances.Number(row[4]), () => Median(published.Median(row[0], Count(row[1])), Count(row[3])));
        foreach (var row in published.Rows("spopt_sf", "mclp_enumerated.csv"))
            yield return ($"spopt_sf {row[0]} m p={row[1]}", PublishedInstances.Number(row[2]), () => Plan(published.CoveringStores(PublishedInstances.Number(row[0])), new SitingGoal.MostWithSites(Count(row[1])), Effort));
        foreach (var row in published.Rows("spopt_sf", "pmedian_enumerated.csv"))
            yield return ($"spopt_sf median p={row[0]}", PublishedInstances.Number(row[1]), () => Median(published.MedianStores(), Count(row[0])));
    }

    private static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static (double, double) Plan(SitingProblem problem, SitingGoal goal, SitingEffort effort)
    {
        var plan = SitingSolver.Solve(problem, goal, effort, CancellationToken.None);
        return (plan.Objective, plan.Bound);
    }

    private static (double, double) Median(MedianProblem problem, int open)
    {
        var plan = MedianSolver.Solve(problem, open, Effort, CancellationToken.None);
        return (plan.Cost, plan.Bound);
    }
}
