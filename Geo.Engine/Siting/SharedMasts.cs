namespace Geo.Engine.Siting;

/// <summary>
/// The same question for several operators, with and without sharing of masts. Every cell counts once for each operator, and an operator is a district of the
/// problem, so that floors say what each must serve.
/// </summary>
public static class SharedMasts
{
    /// <summary>
    /// The problem. Without sharing a new mast serves the operator that builds it, at its whole cost. With it a new mast serves all, at its cost and that of
    /// equipment for every operator but one, and the standing masts of one operator may be joined by each other one at the cost of equipment.
    /// </summary>
    /// <param name="cells">The cells; their districts are not looked at.</param>
    /// <param name="masts">Standing masts with their owner's number, and possible ones with -1.</param>
    /// <param name="operators">Names of the operators.</param>
    /// <param name="equipmentCost">What an operator pays to join a mast, in the unit of costs.</param>
    /// <param name="isShared">Whether masts are shared.</param>
    /// <exception cref="ArgumentException">An owner is not among the operators, or the problem is not sound.</exception>
    public static SitingProblem Problem(IReadOnlyList<DemandCell> cells, IReadOnlyList<(CandidateSite Mast, int Owner)> masts, IReadOnlyList<string> operators, long equipmentCost, bool isShared)
    {
        if (masts.FirstOrDefault(m => m.Owner < -1 || m.Owner >= operators.Count || m.Mast.IsBuilt != m.Owner >= 0) is { Mast: { } odd } wrong)
            throw new ArgumentException($"mast {odd.Id}: owner {wrong.Owner}; allowed are 0 to {operators.Count - 1} of masts that stand, -1 of others", nameof(masts));
        return new SitingProblem(
            [.. operators.SelectMany((_, number) => cells.Select(c => c with { District = number }))],
            [.. masts.SelectMany(m => m.Owner < 0 ? New(m.Mast) : Standing(m.Mast, m.Owner))],
            operators);

        IEnumerable<CandidateSite> New(CandidateSite mast) => isShared
            ? [mast with { Cost = mast.Cost + ((operators.Count - 1) * equipmentCost), Served = [.. operators.SelectMany((_, number) => Of(mast, number))] }]
            : operators.Select((name, number) => mast with { Id = $"{mast.Id} ({name})", Served = [.. Of(mast, number)] });

        IEnumerable<CandidateSite> Standing(CandidateSite mast, int owner) => operators.Index()
            .Where(o => o.Index == owner || isShared)
            .Select(o => mast with { Id = $"{mast.Id} ({o.Item})", IsBuilt = o.Index == owner, Cost = o.Index == owner ? 0 : equipmentCost, Served = [.. Of(mast, o.Index)] });

        IEnumerable<int> Of(CandidateSite mast, int number) => mast.Served.Select(c => c + (number * cells.Count));
    }
}
