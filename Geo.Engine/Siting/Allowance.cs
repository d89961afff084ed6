namespace Geo.Engine.Siting;

/// <summary>What new sites may use up: money, or their number.</summary>
/// <param name="Use">What each site of the model uses.</param>
/// <param name="Capacity">What there is.</param>
internal sealed record Allowance(long[] Use, long Capacity)
{
    /// <summary>Each site counts as one.</summary>
    public static Allowance OfSites(CoverModel model, int sites) => new([.. model.Cost.Select(_ => 1L)], sites);

    /// <summary>Each site counts as its cost.</summary>
    public static Allowance OfMoney(CoverModel model, long budget) => new(model.Cost, budget);

    /// <summary>What a choice leaves.</summary>
    public long Left(CoverState state) => Capacity - state.Chosen.Sum(s => Use[s]);
}
