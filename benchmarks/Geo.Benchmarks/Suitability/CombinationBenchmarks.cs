using BenchmarkDotNet.Attributes;
using Geo.Benchmarks.Grids;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Benchmarks.Suitability;

/// <summary>Eight criteria with memberships to one score, against the same cell by cell.</summary>
[MemoryDiagnoser]
public class CombinationBenchmarks
{
    private const int Side = 1_000;
    private readonly Grid<float>[] _values = [.. Enumerable.Range(0, 8).Select(i => SampleGrids.Values(Side, i))];
    private readonly Membership _membership = new Membership.Slope(10, 90, Shoulder.Linear);
    private WeightedCriterion[] Criteria => [.. _values.Select(v => new WeightedCriterion(v, _membership, 0.125, MissingValue.Exclude, 1))];
    private readonly Grid<byte> _reasons = new(SampleGrids.Frame(Side));
    private readonly float[] _degrees = new float[Side];

    /// <summary>One cell after the other.</summary>
    [Benchmark(Baseline = true)]
    public Grid<float> CellByCell()
    {
        var score = new Grid<float>(SampleGrids.Frame(Side));
        for (var cell = 0; cell < Side * Side; cell++)
        {
            var sum = 0.0;
            foreach (var values in _values)
                sum += 0.125 * _membership.Degree(values.Cells[cell]);
            score.Cells[cell] = (float)sum;
        }
        return score;
    }

    /// <summary>Ours.</summary>
    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public Grid<float> Combine(int threads)
    {
        _reasons.Cells.Clear();
        return Combination.Combine(Criteria, Aggregation.WeightedSum, _reasons, threads, CancellationToken.None);
    }

    /// <summary>One row of degrees.</summary>
    [Benchmark]
    public void Degrees() => _membership.Apply(_values[0].Row(500), _degrees);
}
