namespace Geo.Engine.Suitability;

/// <summary>Mean consistency index of random judgement matrices, by size: what the consistency ratio is measured against. Print its name with every ratio.</summary>
/// <param name="Name">Name in scenario files.</param>
/// <param name="Citation">Where the numbers are published.</param>
public sealed record RandomIndexTable(string Name, string Citation)
{
    private static readonly double[] SaatyValues = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
    private static readonly double[] AlonsoLamataValues =
        [0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854, 1.514, 1.5365, 1.5551, 1.5713, 1.5838];

    /// <summary>Saaty 1980.</summary>
    public static RandomIndexTable Saaty1980 { get; } = new("saaty-1980", "Saaty, T. L. (1980), The Analytic Hierarchy Process");

    /// <summary>Alonso and Lamata 2006.</summary>
    public static RandomIndexTable AlonsoLamata2006 { get; } =
        new("alonso-lamata-2006", "Alonso, J. A. & Lamata, M. T. (2006), Consistency in the Analytic Hierarchy Process");

    /// <summary>All tables; the first is the default.</summary>
    public static IReadOnlyList<RandomIndexTable> All { get; } = [Saaty1980, AlonsoLamata2006];

    /// <summary>The index for a matrix of <paramref name="size"/> criteria; 0 for 1 and 2, which are always consistent.</summary>
    /// <remarks>Above 15 criteria both use the line of Alonso and Lamata: (1.7699 n - 4.3513) / (n - 1).</remarks>
    public double For(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (size < 3)
            return 0;
        if (size - 3 >= SaatyValues.Length)
            return ((1.7699 * size) - 4.3513) / (size - 1);
        return this == Saaty1980 ? SaatyValues[size - 3] : AlonsoLamataValues[size - 3];
    }
}
