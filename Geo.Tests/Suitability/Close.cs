namespace Geo.Tests.Suitability;

/// <summary>Numbers, and pairs of them, that are equal but for the last bits.</summary>
internal sealed class Close : IEqualityComparer<double>, IEqualityComparer<(double, double)>
{
    private const double Tolerance = 1e-12;

    public static Close Instance { get; } = new();

    public bool Equals(double x, double y) => Math.Abs(x - y) <= Tolerance;

    public int GetHashCode(double obj) => 0;

    public bool Equals((double, double) x, (double, double) y) => Equals(x.Item1, y.Item1) && Equals(x.Item2, y.Item2);

    public int GetHashCode((double, double) obj) => 0;
}
