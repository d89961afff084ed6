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
    private readonly WeightedCriterion[] _criteria = [.. Enumerable.Range(0, 8).Select(i =>
        new WeightedCriterion(SampleGrids.Values(Side, i), new Membership.Slope(10, 90, Shoulder.Linear), 0.125, MissingValue.Exclude, 1))];
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
            foreach (var criterion in _criteria)
                sum += criterion.Weight * criterion.Membership.Degree(criterion.Values.Cells[cell]);
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
        return Combination.Combine(_criteria, Aggregation.WeightedSum, _reasons, threads, CancellationToken.None);
    }

    /// <summary>One row of degrees.</summary>
    [Benchmark]
    public void Degrees() => _criteria[0].Membership.Apply(_criteria[0].Values.Row(500), _degrees);
}
