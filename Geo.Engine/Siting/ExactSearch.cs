using System.Globalization;
using Google.OrTools.Sat;

namespace Geo.Engine.Siting;

/// <summary>
/// The exact search of CP-SAT over the sites that a bound left open, begun from a known choice. Its limit is deterministic time, its seed and its eight
/// workers are fixed and take turns, so that it finds the same on every machine.
/// </summary>
/// <remarks>Source: Google OR-Tools, CP-SAT; parameters of sat_parameters.proto: interleave_search, max_deterministic_time.</remarks>
internal sealed class ExactSearch
{
    private readonly CoverModel _model;
    private readonly CpModel _program = new();
    private readonly BoolVar[] _sites;
    private readonly BoolVar?[] _cells;

    private ExactSearch(CoverModel model, IReadOnlyList<bool?> settled, bool[]? required)
    {
        _model = model;
        _sites = [.. settled.Select((s, site) => _program.NewBoolVar(string.Create(CultureInfo.InvariantCulture, $"x{site}")))];
        for (var site = 0; site < _sites.Length; site++)
        {
            if (settled[site] is { } value)
                _program.Add(_sites[site] == (value ? 1 : 0));
        }
        _cells = [.. model.ServedBy.Select((sites, cell) => Cell(sites, cell, settled, required?[cell] ?? false))];
    }

    /// <summary>A better choice within an allowance, or null, and what no choice serves more than.</summary>
    public static (bool[]? Chosen, long Bound) Most(CoverModel model, Allowance allowance, CoverState known, IReadOnlyList<bool?> settled, SitingEffort effort, CancellationToken cancellation)
    {
        var search = new ExactSearch(model, settled, null);
        search._program.Add(LinearExpr.WeightedSum(search._sites, allowance.Use) <= allowance.Capacity);
        var served = search.Weight(_ => true) + model.Base.Total;
        search._program.Add(served >= known.Weight);
        search._program.Maximize(served);
        var (chosen, bound) = search.Solve(known, effort, cancellation);
        return (chosen, (long)Math.Floor(bound + 0.5));
    }

    /// <summary>A cheaper choice that reaches a goal, or null, and what no choice costs less than.</summary>
    public static (bool[]? Chosen, long Bound) Cheapest(CoverModel model, SitingGoal.Reach goal, CoverState known, IReadOnlyList<bool?> settled, SitingEffort effort, CancellationToken cancellation)
    {
        var search = new ExactSearch(model, settled, model.Required(goal));
        search._program.Add(search.Weight(_ => true) >= goal.Weight - model.Base.Total);
        foreach (var (district, floor) in goal.Floors.Index())
            search._program.Add(search.Weight(cell => model.District[cell] == district) >= floor - model.Base.ByDistrict[district]);
        var cost = LinearExpr.WeightedSum(search._sites, model.Cost);
        search._program.Add(cost <= known.Cost);
        search._program.Minimize(cost);
        var (chosen, bound) = search.Solve(known, effort, cancellation);
        return (chosen, (long)Math.Ceiling(bound - 0.5));
    }

    // Null for a cell that no open site serves. What must be served has no variable of its own choice: one of its sites is taken.
    private BoolVar? Cell(int[] sites, int cell, IReadOnlyList<bool?> settled, bool isRequired)
    {
        var open = sites.Where(s => settled[s] is null).ToArray();
        var isServed = sites.Any(s => settled[s] == true);
        if (open.Length == 0 && !isServed)
            return null;
        var served = _program.NewBoolVar(string.Create(CultureInfo.InvariantCulture, $"y{cell}"));
        if (isServed || isRequired)
            _program.Add(served == 1);
        if (!isServed)
            _program.AddBoolOr(isRequired ? open.Select(s => (ILiteral)_sites[s]) : [served.Not(), .. open.Select(s => _sites[s])]);
        return served;
    }

    private LinearExpr Weight(Func<int, bool> counts)
    {
        var cells = _cells.Index().Where(c => c.Item is not null && counts(c.Index)).ToArray();
        return LinearExpr.WeightedSum(cells.Select(c => c.Item!), cells.Select(c => _model.Weight[c.Index])); // none is null: the line above
    }

    private (bool[]? Chosen, double Bound) Solve(CoverState known, SitingEffort effort, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        for (var site = 0; site < _sites.Length; site++)
            _program.AddHint(_sites[site], known.IsChosen[site] ? 1 : 0);
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            if (_cells[cell] is { } served)
                _program.AddHint(served, known.Count(cell) > 0 ? 1 : 0);
        }
        var (solver, status) = Run(_program, effort, cancellation);
        using (solver)
        {
            return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
                ? ([.. _sites.Select(s => solver.BooleanValue(s))], solver.BestObjectiveBound)
                : (null, solver.BestObjectiveBound);
        }
    }

    /// <summary>Runs CP-SAT so that it repeats itself: eight workers that take turns, a seed, and a limit of work.</summary>
    internal static (CpSolver Solver, CpSolverStatus Status) Run(CpModel program, SitingEffort effort, CancellationToken cancellation)
    {
        var solver = new CpSolver
        {
            StringParameters = string.Create(CultureInfo.InvariantCulture, $"num_workers:8,interleave_search:true,random_seed:{effort.Seed},max_deterministic_time:{effort.ExactWork}"),
        };
        CpSolverStatus status;
        using (cancellation.Register(solver.StopSearch))
            status = solver.Solve(program);
        cancellation.ThrowIfCancellationRequested();
        return (solver, status);
    }
}
