namespace Geo.Engine.Economy;

/// <summary>An expected value with its range; Low &lt;= Expected &lt;= High.</summary>
/// <param name="Low">Low end.</param>
/// <param name="Expected">Expected value.</param>
/// <param name="High">High end.</param>
public readonly record struct Ranged(double Low, double Expected, double High)
{
    /// <summary>Sum end by end.</summary>
    public static Ranged operator +(Ranged a, Ranged b) => Add(a, b);

    /// <summary>Scaled by a number that is not negative.</summary>
    public static Ranged operator *(Ranged a, double factor) => Multiply(a, factor);

    /// <summary>Sum end by end.</summary>
    public static Ranged Add(Ranged a, Ranged b) => new(a.Low + b.Low, a.Expected + b.Expected, a.High + b.High);

    /// <summary>Scaled by a number that is not negative.</summary>
    public static Ranged Multiply(Ranged a, double factor) => new(a.Low * factor, a.Expected * factor, a.High * factor);
}
