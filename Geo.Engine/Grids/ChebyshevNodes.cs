namespace Geo.Engine.Grids;

/// <summary>
/// Chebyshev's places in a stretch of evenly spaced cells, and how much each of them counts at each cell: the polynomial through values at the nodes gives what is smooth at all cells.
/// Numbers depend on the counts alone, and on no library's cosine.
/// </summary>
/// <remarks>Source: L. N. Trefethen, Approximation theory and approximation practice (2013), chapters 2 and 4.</remarks>
internal sealed class ChebyshevNodes
{
    /// <summary>Lays nodes.</summary>
    /// <param name="count">Number of nodes.</param>
    /// <param name="cells">Number of cells; the first lies at -1, the last at 1.</param>
    /// <param name="first">cos(pi / (2 count)).</param>
    public ChebyshevNodes(int count, int cells, double first)
    {
        var cosines = Polynomials(first, 2 * count);
        Places = [.. Enumerable.Range(0, count).Select(node => cosines[(2 * node) + 1])];
        Shares = new double[count * cells];
        for (var node = 0; node < count; node++)
            for (var cell = 0; cell < cells; cell++)
                Shares[(node * cells) + cell] = Share(Places[node], ((2.0 * cell) / (cells - 1)) - 1, count);
    }

    /// <summary>Places of the nodes between -1 and 1, falling.</summary>
    public double[] Places { get; }

    /// <summary>Nodes x cells: what the value of a node is multiplied by at a cell.</summary>
    public double[] Shares { get; }

    // Lagrange's polynomial of a node: 1/n + 2/n sum T_j(node) T_j(cell), j from 1 to n - 1.
    private static double Share(double node, double cell, int count)
    {
        var (atNode, atCell) = (Polynomials(node, count), Polynomials(cell, count));
        var sum = 0.5;
        for (var degree = 1; degree < count; degree++)
            sum += atNode[degree] * atCell[degree];
        return 2 * sum / count;
    }

    // T_0 to T_(count - 1); T_k(cos a) is cos(k a).
    private static double[] Polynomials(double x, int count)
    {
        var values = new double[count];
        (values[0], values[1]) = (1, x);
        for (var degree = 2; degree < count; degree++)
            values[degree] = (2 * x * values[degree - 1]) - values[degree - 2];
        return values;
    }
}
