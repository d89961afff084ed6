using BenchmarkDotNet.Attributes;
using Geo.Engine.Grids;

namespace Geo.Benchmarks.Grids;

/// <summary>One row of the distance transform: search among near columns and lower envelope, against looking at every column.</summary>
[MemoryDiagnoser]
public class RowDistanceBenchmarks
{
    private const int Columns = 4_000;
    private readonly ushort[] _down = new ushort[Columns];
    private readonly NearbyColumns _nearby = new(Columns);
    private readonly LowerEnvelope _envelope = new(Columns);
    private int[] _squares = [];

    /// <summary>Rows to the nearest source of a column, at most.</summary>
    [Params(20, 150)]
    public int Farthest { get; set; }

    /// <summary>Fills the row.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _squares = new int[_nearby.Length];
        for (var column = 0; column < Columns; column++)
            _down[column] = (ushort)(Farthest * (1 + Math.Sin(column / 37.0) + (0.5 * Math.Sin(column / 5.0))) / 2.5);
    }

    /// <summary>Every column for every cell.</summary>
    [Benchmark(Baseline = true)]
    public int EveryColumn()
    {
        for (var cell = 0; cell < Columns; cell++)
        {
            var least = int.MaxValue;
            for (var column = 0; column < Columns; column++)
                least = Math.Min(least, ((cell - column) * (cell - column)) + (_down[column] * _down[column]));
            _squares[cell] = least;
        }
        return _squares[0];
    }

    /// <summary>The convex hull.</summary>
    [Benchmark]
    public int Envelope()
    {
        _envelope.Fill(_down, _squares.AsSpan(0, Columns));
        return _squares[0];
    }

    /// <summary>The near columns, 32 cells at a time.</summary>
    [Benchmark]
    public bool NearColumns() => _nearby.TryFill(_down, _squares);
}
