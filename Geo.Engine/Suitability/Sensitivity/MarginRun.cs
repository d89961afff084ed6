using System.Numerics;
using System.Runtime.InteropServices;
using Geo.Engine.Grids;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>
/// Margins of a run of cells under a linear <see cref="PassRule"/>, and how often weighted sums of them are not negative. Sums are taken in float32 with one rounding a step
/// (fused), the same on any processor.
/// </summary>
internal sealed class MarginRun(PassRule rule, int criteria)
{
    private const int Side = 4;
    private readonly float[] _margins = new float[criteria * DegreeRows.MostCells];
    private readonly int[] _known = new int[DegreeRows.MostCells]; // all ones where a cell counts
    private readonly int _vectors = DegreeRows.MostCells / Vector<float>.Count;

    /// <summary>Margins of one criterion.</summary>
    public ReadOnlySpan<float> this[int criterion] => _margins.AsSpan(criterion * DegreeRows.MostCells, DegreeRows.MostCells);

    /// <summary>All ones where a cell counts: no reason is against it, and a membership is known.</summary>
    public ReadOnlySpan<int> Counting => _known;

    /// <summary>Whether a cell counts.</summary>
    public bool Counts(int cell) => _known[cell] != 0;

    /// <summary>Takes the cells that <paramref name="degrees"/> stands at; those that do not count pass under no weighting.</summary>
    public void Take(DegreeRows degrees, ReadOnlySpan<byte> reasons)
    {
        Array.Clear(_known);
        for (var c = 0; c < criteria; c++)
            rule.Margins(degrees[c], _margins.AsSpan(c * DegreeRows.MostCells, degrees.Length), _known);
        for (var cell = 0; cell < degrees.Length; cell++)
            _known[cell] = reasons[cell] == 0 ? _known[cell] : 0;
        var known = MemoryMarshal.Cast<int, Vector<int>>(_known);
        for (var c = 0; c < criteria; c++)
        {
            var margins = MemoryMarshal.Cast<float, Vector<float>>(_margins.AsSpan(c * DegreeRows.MostCells, DegreeRows.MostCells));
            for (var at = 0; at < margins.Length; at++)
                margins[at] = Vector.ConditionalSelect(known[at], margins[at], -Vector<float>.One);
        }
    }

    /// <summary>Adds to each cell the number of draws under which it passes.</summary>
    /// <param name="weights">Draw after draw, draws x criteria.</param>
    /// <param name="counts"><see cref="DegreeRows.MostCells"/> numbers.</param>
    public void CountByCell(ReadOnlySpan<float> weights, Span<int> counts)
    {
        var margins = MemoryMarshal.Cast<float, Vector<float>>(_margins);
        var passes = MemoryMarshal.Cast<int, Vector<int>>(counts);
        for (var at = 0; at < _vectors; at += Side)
        {
            var (one, two, three, four) = (passes[at], passes[at + 1], passes[at + 2], passes[at + 3]);
            for (var draw = 0; draw < weights.Length; draw += criteria)
            {
                var sums = Sums(margins[at..], weights.Slice(draw, criteria));
                one -= Vector.GreaterThanOrEqual(sums.One, Vector<float>.Zero);
                two -= Vector.GreaterThanOrEqual(sums.Two, Vector<float>.Zero);
                three -= Vector.GreaterThanOrEqual(sums.Three, Vector<float>.Zero);
                four -= Vector.GreaterThanOrEqual(sums.Four, Vector<float>.Zero);
            }
            (passes[at], passes[at + 1], passes[at + 2], passes[at + 3]) = (one, two, three, four);
        }
    }

    /// <summary>Adds to each draw the number of cells that pass under it.</summary>
    public void CountByDraw(ReadOnlySpan<float> weights, Span<long> counts)
    {
        var margins = MemoryMarshal.Cast<float, Vector<float>>(_margins);
        for (var draw = 0; draw < counts.Length; draw++)
        {
            var passes = Vector<int>.Zero;
            for (var at = 0; at < _vectors; at += Side)
            {
                var sums = Sums(margins[at..], weights.Slice(draw * criteria, criteria));
                passes -= Vector.GreaterThanOrEqual(sums.One, Vector<float>.Zero) + Vector.GreaterThanOrEqual(sums.Two, Vector<float>.Zero)
                    + Vector.GreaterThanOrEqual(sums.Three, Vector<float>.Zero) + Vector.GreaterThanOrEqual(sums.Four, Vector<float>.Zero);
            }
            counts[draw] += Vector.Sum(passes);
        }
    }

    // Four vectors of cells share each weight that is loaded.
    private (Vector<float> One, Vector<float> Two, Vector<float> Three, Vector<float> Four) Sums(ReadOnlySpan<Vector<float>> margins, ReadOnlySpan<float> weights)
    {
        var (one, two, three, four) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (int c = 0, at = 0; c < weights.Length; c++, at += _vectors)
        {
            var weight = new Vector<float>(weights[c]);
            var part = margins.Slice(at, Side);
            one = Vector.FusedMultiplyAdd(weight, part[0], one);
            two = Vector.FusedMultiplyAdd(weight, part[1], two);
            three = Vector.FusedMultiplyAdd(weight, part[2], three);
            four = Vector.FusedMultiplyAdd(weight, part[3], four);
        }
        return (one, two, three, four);
    }
}
