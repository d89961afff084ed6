namespace Geo.Engine.Siting;

/// <summary>Opens p places so that customers are served from near (p-median): interchange, and a Lagrangian bound whose own choices are tried as well.</summary>
public static class MedianSolver
{
    // A shake of this search takes about a tenth of the time of those of covering.
    private const int KicksForOne = 10;

    /// <summary>A plan of <paramref name="open"/> places. The same problem and effort give the same plan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one place, or more than there are, is to be opened.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static MedianPlan Solve(MedianProblem problem, int open, SitingEffort effort, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(open, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(open, problem.Places);
        var search = new MedianSearch(problem, open, cancellation);
        search.Improve(0, double.NegativeInfinity, new Random(effort.Seed));
        var (best, cost) = (search.Chosen, search.Cost);
        var bound = MedianBound.Of(problem, open, cost, effort.BoundSteps, Try, cancellation);
        search.Become(best);
        search.Improve(effort.Kicks * KicksForOne, bound, new Random(effort.Seed));
        if (search.Cost < cost)
            (best, cost) = (search.Chosen, search.Cost);
        return new MedianPlan(best, problem.Cost(best), Math.Min(bound, problem.Cost(best)));

        double Try(int[] places)
        {
            search.Become(places);
            search.Improve(0, double.NegativeInfinity, new Random(effort.Seed));
            if (search.Cost < cost)
                (best, cost) = (search.Chosen, search.Cost);
            return cost;
        }
    }
}
