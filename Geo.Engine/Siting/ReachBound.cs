using Google.OrTools.LinearSolver;

namespace Geo.Engine.Siting;

/// <summary>
/// A lower bound on the cost of reaching the weights asked for: that of parts of sites serving parts of cells. The linear solver only proposes prices; the
/// bound is what these prices prove, computed here, so that no tolerance of the solver touches it.
/// </summary>
/// <remarks>Source: the dual of the linear relaxation of partial set cover. Any prices not below 0 prove a bound (weak duality); the best ones come from GLOP.</remarks>
internal sealed class ReachBound
{
    private readonly CoverModel _model;
    private readonly long[] _wanted;
    private readonly bool[] _isRequired;
    private readonly Variable[] _sites;
    private readonly Constraint[] _groups;
    private readonly Constraint[] _cells;

    private ReachBound(CoverModel model, SitingGoal.Reach goal, Solver solver)
    {
        _model = model;
        _isRequired = model.Required(goal);
        _wanted = [goal.Weight - model.Base.Total, .. goal.Floors.Index().Select(f => f.Item - model.Base.ByDistrict[f.Index])];
        _sites = solver.MakeNumVarArray(model.Sites.Length, 0, 1);
        _groups = [.. _wanted.Select(w => solver.MakeConstraint(w, double.PositiveInfinity))];
        _cells = new Constraint[model.Weight.Length];
        for (var cell = 0; cell < _cells.Length; cell++)
            _cells[cell] = Cell(solver, cell);
        for (var site = 0; site < _sites.Length; site++)
            solver.Objective().SetCoefficient(_sites[site], model.Cost[site]);
        solver.Objective().SetMinimization();
        Excess = new double[model.Sites.Length];
    }

    /// <summary>No choice that reaches the goal costs less.</summary>
    public long Value { get; private set; }

    /// <summary>At that bound, by how much more than its cost a site is worth (positive) or less: forcing it the other way costs at least as much.</summary>
    public double[] Excess { get; }

    /// <summary>The bound of the linear relaxation.</summary>
    public static ReachBound Of(CoverModel model, SitingGoal.Reach goal, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var solver = Solver.CreateSolver("GLOP");
        var bound = new ReachBound(model, goal, solver);
        using (cancellation.Register(() => solver.InterruptSolve()))
            solver.Solve();
        cancellation.ThrowIfCancellationRequested();
        bound.Prove();
        return bound;
    }

    private Constraint Cell(Solver solver, int cell)
    {
        var served = solver.MakeNumVar(_isRequired[cell] ? 1 : 0, 1, "");
        var constraint = solver.MakeConstraint(0, double.PositiveInfinity);
        constraint.SetCoefficient(served, -1);
        foreach (var site in _model.ServedBy[cell])
            constraint.SetCoefficient(_sites[site], 1);
        _groups[0].SetCoefficient(served, _model.Weight[cell]);
        if (_groups.Length > 1 && _model.District[cell] >= 0)
            _groups[1 + _model.District[cell]].SetCoefficient(served, _model.Weight[cell]);
        return constraint;
    }

    // With prices m of the weights and h of the cells: sum m wanted - sum max(0, m w - h) - sum max(0, sum h - cost) bounds the cost from below; a cell that
    // every choice must serve counts with m w - h itself.
    private void Prove()
    {
        var prices = _groups.Select(g => Math.Max(0, g.DualValue())).ToArray();
        var value = _wanted.Zip(prices, (w, p) => w * p).Sum();
        var held = new double[_sites.Length];
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var handed = Math.Max(0, _cells[cell].DualValue());
            var worth = _model.Weight[cell] * (prices[0] + (prices.Length > 1 && _model.District[cell] >= 0 ? prices[1 + _model.District[cell]] : 0));
            value -= _isRequired[cell] ? worth - handed : Math.Max(0, worth - handed);
            foreach (var site in _model.ServedBy[cell])
                held[site] += handed;
        }
        for (var site = 0; site < held.Length; site++)
        {
            Excess[site] = held[site] - _model.Cost[site];
            value -= Math.Max(0, Excess[site]);
        }
        Value = (long)Math.Max(0, Math.Ceiling(value - 1e-6 - (Math.Abs(value) * 1e-9)));
    }
}
