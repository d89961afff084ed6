using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids;

/// <summary>
/// Places in a square tile of cells at which it is enough to know what is smooth: 12 x 12 for 64 x 64 cells, from which the polynomial through them gives all cells. Places are counted from
/// the middle of the tile, x to the east, y to the south. Of what depends on the distance from a point, is analytic but there and not greater than 1, this is off by some 1e-10 where the
/// point lies <see cref="FarSquared"/> from the middle.
/// </summary>
/// <remarks>Source: L. N. Trefethen, Approximation theory and approximation practice (2013), theorem 8.2: an error of the order of rho^-n, with rho = 5.83 for a point 3 half sides away.</remarks>
internal sealed class TileNodes
{
    /// <summary>Cells on a side of a tile.</summary>
    public const int Side = 64;

    /// <summary>Nodes of a tile, a multiple of eight.</summary>
    public const int Count = NodesOnSide * NodesOnSide;

    private const int NodesOnSide = 12;
    private const double FarHalves = 3;

    private static readonly ChebyshevNodes Polynomial = new(NodesOnSide, Side, 0.99144486137381041114); // cos(pi / 24)

    private readonly double[] _alongNodes = new double[NodesOnSide * Side];

    /// <summary>Lays nodes for cells of one size.</summary>
    /// <param name="cell">Length of a cell, in any unit.</param>
    public TileNodes(double cell)
    {
        Half = (Side - 1) / 2.0 * cell;
        FarSquared = FarHalves * FarHalves * Half * Half;
        Cells = [.. Enumerable.Range(0, Side).Select(i => (i * cell) - Half)];
        X = [.. Enumerable.Range(0, Count).Select(i => Polynomial.Places[i % NodesOnSide] * Half)];
        Y = [.. Enumerable.Range(0, Count).Select(i => Polynomial.Places[i / NodesOnSide] * Half)];
    }

    /// <summary>From the middle of the tile to the centres of its outermost cells.</summary>
    public double Half { get; }

    /// <summary>The squared distance from the middle of a tile from which on a point is far from it.</summary>
    public double FarSquared { get; }

    /// <summary>Places of the cells' centres along a side.</summary>
    public double[] Cells { get; }

    /// <summary>Where the nodes lie, eastward.</summary>
    public double[] X { get; }

    /// <summary>Where the nodes lie, southward.</summary>
    public double[] Y { get; }

    /// <summary>Adds to the cells of some rows of the tile what the nodes say.</summary>
    /// <param name="atNodes">Values at the nodes.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="cells">Rows x <see cref="Side"/> cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // the first tiles would otherwise take longer than all the others
    public void AddTo(ReadOnlySpan<double> atNodes, int firstRow, Span<double> cells)
    {
        for (var node = 0; node < NodesOnSide; node++)
        {
            var along = _alongNodes.AsSpan(node * Side, Side);
            along.Clear();
            for (var i = 0; i < NodesOnSide; i++)
                DenseVector.AddScaled(Polynomial.Shares.AsSpan(i * Side, Side), atNodes[(node * NodesOnSide) + i], along);
        }
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Side..])
            for (var node = 0; node < NodesOnSide; node++)
                DenseVector.AddScaled(_alongNodes.AsSpan(node * Side, Side), Polynomial.Shares[(node * Side) + row], cells[..Side]);
    }
}
