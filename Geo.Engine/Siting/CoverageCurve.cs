namespace Geo.Engine.Siting;

/// <summary>What each further sum of money serves: the same question asked with rising budgets, every answer with its bound.</summary>
public static class CoverageCurve
{
    /// <summary>
    /// Points at equal steps of money, from one step to what serving everything that can be reached costs. Served weight never falls along the curve: where
    /// more money found less, the plan before stays.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="steps">Number of points, 1 to 100.</param>
    /// <param name="effort">Effort of each point.</param>
    /// <param name="progress">Told of the share of points done; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of points is out of range.</exception>
    public static IReadOnlyList<CurvePoint> Compute(SitingProblem problem, int steps, SitingEffort effort, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, 100);
        var all = SitingSolver.Solve(problem, new SitingGoal.Reach(problem.Reachable().Total, []), effort, cancellation);
        var points = new List<CurvePoint>();
        for (var step = 1; step <= steps; step++)
        {
            var budget = (long)Math.Ceiling(all.Cost * (step / (decimal)steps));
            var goal = new SitingGoal.MostWithinBudget(budget);
            if (goal.Problems(problem).Count == 0)
                points.Add(Point(problem, goal, step == steps ? all : null, points.LastOrDefault(), effort, cancellation));
            progress?.Report(step / (double)steps);
        }
        return points;
    }

    private static CurvePoint Point(SitingProblem problem, SitingGoal.MostWithinBudget goal, SitingPlan? all, CurvePoint? before, SitingEffort effort, CancellationToken cancellation)
    {
        if (all is not null)
            return new CurvePoint(goal.Budget, all with { Objective = all.Served.Total, Bound = all.Served.Total });
        var plan = SitingSolver.Solve(problem, goal, effort, cancellation);
        return new CurvePoint(goal.Budget, before is { Plan: var last } && last.Objective > plan.Objective ? last with { Bound = plan.Bound } : plan);
    }
}
