namespace Geo.Engine.Economy;

/// <summary>What an area is expected to give in a year.</summary>
/// <param name="OutputBillionVnd">Value of the output, billion đồng a year.</param>
/// <param name="Jobs">Full-time jobs.</param>
public readonly record struct ExpectedYield(Ranged OutputBillionVnd, Ranged Jobs)
{
    /// <summary>Sum.</summary>
    public static ExpectedYield operator +(ExpectedYield a, ExpectedYield b) => Add(a, b);

    /// <summary>Sum.</summary>
    public static ExpectedYield Add(ExpectedYield a, ExpectedYield b) => new(a.OutputBillionVnd + b.OutputBillionVnd, a.Jobs + b.Jobs);
}
