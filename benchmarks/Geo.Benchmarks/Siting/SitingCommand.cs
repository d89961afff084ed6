using System.Diagnostics;
using System.Globalization;
using Geo.Engine.Siting;
using Geo.Tests.Siting;

namespace Geo.Benchmarks.Siting;

/// <summary><c>siting REFERENCE FILE [FILTER]</c>: every published instance, with what is known, what we find, the bound and the seconds.</summary>
internal static class SitingCommand
{
    private const double MostSeconds = 60;
    private static readonly SitingEffort Effort = new() { Moves = 20_000_000, Annealings = 4, Threads = Math.Min(4, Environment.ProcessorCount), Kicks = 1_500, BoundSteps = 3_000, ExactWork = 12 };

    public static int Run(string[] arguments)
    {
        var filter = arguments.ElementAtOrDefault(2) ?? "";
        var lines = new List<string>
        {
            "| instance | best known | ours | bound | gap | from best known | seconds |",
            "|---|---|---|---|---|---|---|",
        };
        var worst = 0.0;
        foreach (var (name, known, solve) in Instances(new PublishedInstances(arguments[0])).Where(i => i.Name.Contains(filter, StringComparison.Ordinal)))
        {
            var watch = Stopwatch.StartNew();
            var (ours, bound) = solve();
            var seconds = watch.Elapsed.TotalSeconds;
            var off = Math.Abs(ours - known) / known;
            worst = Math.Max(worst, seconds > MostSeconds ? 1 : off);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {known:0.###} | {ours:0.###} | {bound:0.###} | {Math.Abs(bound - ours) / ours:P3} | {off:P3} | {seconds:0.0} |"));
            Console.WriteLine(lines[^1]);
        }
        File.AppendAllLines(arguments[1], lines);
        return worst <= 0.005 ? 0 : 1;
    }

    private static IEnumerable<(string Name, double Known, Func<(double Ours, double Bound)> Solve)> Instances(PublishedInstances published)
    {
        foreach (var row in published.Listed("mclp"))
            yield return ($"{row[0]} p={row[2]}", PublishedInstances.Number(row[4]), () => Most(published.Covering(row[0], PublishedInstances.Number(row[3])), new SitingGoal.MostWithSites(int.Parse(row[2], CultureInfo.InvariantCulture))));
        foreach (var row in published.Listed("setcover"))
            yield return (row[0], PublishedInstances.Number(row[3]), () => Cover(published.SetCover(row[0])));
        foreach (var row in published.Listed("pmedian"))
            yield return (row[0], PublishedInstances.Number(row[4]), () => Median(published.Median(row[0], int.Parse(row[1], CultureInfo.InvariantCulture)), int.Parse(row[3], CultureInfo.InvariantCulture)));
    }

    private static (double, double) Most(SitingProblem problem, SitingGoal goal)
    {
        var plan = SitingSolver.Solve(problem, goal, Effort, CancellationToken.None);
        Console.WriteLine(plan.Work);
        return (plan.Objective, plan.Bound);
    }

    private static (double, double) Cover(SitingProblem problem) => Most(problem, new SitingGoal.Reach(problem.TotalWeight, []));

    private static (double, double) Median(MedianProblem problem, int open)
    {
        var plan = MedianSolver.Solve(problem, open, Effort, CancellationToken.None);
        return (plan.Cost, plan.Bound);
    }
}
