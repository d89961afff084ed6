using System.Globalization;
using Google.OrTools.Sat;

namespace Geo.Engine.Siting;

/// <summary>All years in one program of CP-SAT: a site that stands in a year stands in the next, and all money up to a year pays all that stands by then.</summary>
internal static class ExactYears
{
    /// <summary>A better plan (the year of each site), or null, and what no plan's objective exceeds.</summary>
    public static (int[]? Built, long Bound) Solve(CoverModel model, IReadOnlyList<YearBudget> years, SitingGoal.Reach atLast, int[] known, SitingEffort effort, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var program = new CpModel();
        var stands = new BoolVar[years.Count][];
        var served = new BoolVar[years.Count][];
        var (money, objective) = (0L, LinearExpr.Constant(0));
        for (var year = 0; year < years.Count; year++)
        {
            money += years[year].Money;
            stands[year] = Variables(program, "x", year, model.Sites.Length);
            served[year] = Variables(program, "y", year, model.Weight.Length);
            program.Add(LinearExpr.WeightedSum(stands[year], model.Cost) <= money);
            for (var cell = 0; cell < model.Weight.Length; cell++)
                program.AddBoolOr([served[year][cell].Not(), .. model.ServedBy[cell].Select(s => stands[year][s])]);
            for (var site = 0; site < model.Sites.Length; site++)
            {
                program.AddHint(stands[year][site], known[site] <= year ? 1 : 0);
                if (year > 0)
                    program.AddImplication(stands[year - 1][site], stands[year][site]);
            }
            var share = years[year].Share;
            objective += LinearExpr.WeightedSum(served[year], model.Weight.Select(w => w * share)) + (share * model.Base.Total);
        }
        Floors(program, model, atLast, served[^1]);
        program.Maximize(objective);
        return Read(program, stands, effort, cancellation);
    }

    private static BoolVar[] Variables(CpModel program, string name, int year, int count) =>
        [.. Enumerable.Range(0, count).Select(i => program.NewBoolVar(string.Create(CultureInfo.InvariantCulture, $"{name}{year}_{i}")))];

    private static void Floors(CpModel program, CoverModel model, SitingGoal.Reach atLast, BoolVar[] served)
    {
        program.Add(LinearExpr.WeightedSum(served, model.Weight) >= atLast.Weight - model.Base.Total);
        foreach (var (district, floor) in atLast.Floors.Index())
        {
            var cells = Enumerable.Range(0, served.Length).Where(c => model.District[c] == district).ToArray();
            program.Add(LinearExpr.WeightedSum(cells.Select(c => served[c]), cells.Select(c => model.Weight[c])) >= floor - model.Base.ByDistrict[district]);
        }
    }

    private static (int[]?, long) Read(CpModel program, BoolVar[][] stands, SitingEffort effort, CancellationToken cancellation)
    {
        var (solver, status) = ExactSearch.Run(program, effort, cancellation);
        using (solver)
        {
            var bound = (long)Math.Floor(solver.BestObjectiveBound + 0.5);
            return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
                ? ([.. stands[0].Select((_, site) => stands.TakeWhile(year => !solver.BooleanValue(year[site])).Count())], bound)
                : (null, bound);
        }
    }
}
