using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids;

/// <summary>
/// Places along a row of cells at which it is enough to know what is smooth: 16 in every segment of 128 cells, from which the polynomial through them gives all cells. Of what depends on
/// the distance from a point, and is analytic but there, this is off by less than 1e-10 of itself where the point lies <see cref="FarSquared"/> from the middle of the segment.
/// </summary>
/// <remarks>Source: L. N. Trefethen, Approximation theory and approximation practice (2013), theorem 8.2: an error of the order of rho^-n, with rho = 4.79 for a point 2.5 half segments away.</remarks>
internal sealed class RowNodes
{
    /// <summary>Cells of a segment.</summary>
    public const int SegmentCells = 128;

    /// <summary>Nodes of a segment.</summary>
    public const int SegmentNodes = 16;

    private const double FarHalves = 2.5;

    private static readonly ChebyshevNodes Polynomial = new(SegmentNodes, SegmentCells, 0.99518472667219688624); // cos(pi / 32)

    private readonly double _half;
    private readonly double _length;

    /// <summary>Lays nodes along a row.</summary>
    /// <param name="columns">Cells of the row.</param>
    /// <param name="cell">Length of a cell, in any unit.</param>
    public RowNodes(int columns, double cell)
    {
        (_half, _length) = ((SegmentCells - 1) / 2.0 * cell, SegmentCells * cell);
        Segments = (columns + SegmentCells - 1) / SegmentCells;
        FarSquared = FarHalves * FarHalves * _half * _half;
        Cells = [.. Enumerable.Range(0, Segments * SegmentCells).Select(column => column * cell)];
        Nodes = [.. Enumerable.Range(0, Segments * SegmentNodes).Select(node => Middle(node / SegmentNodes) + (_half * Polynomial.Places[node % SegmentNodes]))];
    }

    /// <summary>Number of segments; the last one may go on beyond the row.</summary>
    public int Segments { get; }

    /// <summary>Places of the cells' centres, from that of the first one on, for all cells of all segments.</summary>
    public double[] Cells { get; }

    /// <summary>Places of the nodes, segment by segment.</summary>
    public double[] Nodes { get; }

    /// <summary>The squared distance from the middle of a segment from which on a point is far from it.</summary>
    public double FarSquared { get; }

    /// <summary>Place of the middle of a segment.</summary>
    public double Middle(int segment) => (segment * _length) + _half;

    /// <summary>The segments all of whose cells lie between two places; the end is not included, and may lie before the first.</summary>
    public (int First, int End) Within(double from, double to) => (Segment(Math.Ceiling(from / _length)), Segment(Math.Floor((to - (2 * _half)) / _length) + 1));

    /// <summary>The segments that a point is not far from; the end is not included, and may lie before the first.</summary>
    /// <param name="place">Place of the point along the row.</param>
    /// <param name="acrossSquared">Its squared distance from the row.</param>
    public (int First, int End) Near(double place, double acrossSquared)
    {
        if (acrossSquared >= FarSquared)
            return (0, 0);
        var reach = Math.Sqrt(FarSquared - acrossSquared);
        return (Segment(Math.Ceiling((place - reach - _half) / _length)), Segment(Math.Floor((place + reach - _half) / _length) + 1));
    }

    /// <summary>Adds to all cells of all segments what the nodes say.</summary>
    public static void AddTo(ReadOnlySpan<double> atNodes, Span<double> cells)
    {
        for (; !cells.IsEmpty; cells = cells[SegmentCells..], atNodes = atNodes[SegmentNodes..])
            AddSegment(Polynomial.Shares, atNodes[..SegmentNodes], cells[..SegmentCells]);
    }

    private int Segment(double number) => (int)Math.Clamp(number, 0, Segments);

    // Compiled well at once: the first rows would otherwise take longer than all the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSegment(ReadOnlySpan<double> shares, ReadOnlySpan<double> atNodes, Span<double> cells)
    {
        for (var cell = 0; cell < cells.Length; cell += Vector512<double>.Count)
        {
            var sum = Vector512.Create<double>(cells[cell..]);
            for (var node = 0; node < atNodes.Length; node++)
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(shares[((node * SegmentCells) + cell)..]), Vector512.Create(atNodes[node]), sum);
            sum.CopyTo(cells[cell..]);
        }
    }
}
