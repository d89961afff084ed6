using Geo.Engine.Features;

namespace Geo.Engine.Economy;

/// <summary>What a kind of use yields, costs and employs for each unit of its basis.</summary>
public sealed record Activity
{
    /// <summary>Identifier in scenarios.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>What it is counted by.</summary>
    public required ActivityBasis Basis { get; init; }

    /// <summary>Share of the basis that is really used, 0 to 1.</summary>
    public required EconomyNumber UseShare { get; init; }

    /// <summary>Quantity for each used unit in a year.</summary>
    public required EconomyNumber Yield { get; init; }

    /// <summary>Million đồng for each unit of quantity.</summary>
    public required EconomyNumber PriceMillionVnd { get; init; }

    /// <summary>Full-time jobs for each used unit.</summary>
    public required EconomyNumber Jobs { get; init; }

    /// <summary>
    /// Output = quantity x use share x yield x price, jobs = quantity x use share x jobs. The low result takes every low number, the high one
    /// every high number: a range to plan with, not a confidence interval.
    /// </summary>
    /// <param name="quantity">Hectares or people, already weighted by class; not negative.</param>
    public ExpectedYield For(double quantity)
    {
        var used = UseShare.Value * quantity;
        var millions = Product(Product(used, Yield.Value), PriceMillionVnd.Value);
        return new ExpectedYield(millions * (1 / 1000.0), Product(used, Jobs.Value));
    }

    private static Ranged Product(Ranged a, Ranged b) => new(a.Low * b.Low, a.Expected * b.Expected, a.High * b.High);
}
