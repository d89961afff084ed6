using System.Numerics.Tensors;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Suitability.Expressions;

/// <summary>
/// An expression over surfaces, cell by cell in double precision; see <see cref="ExpressionOperation"/> for what a missing value does. A result that is not a finite
/// float is no value. True is 1, false 0, unknown no value.
/// </summary>
public sealed class ExpressionSurface : Surface
{
    private const int ChunkCells = 512;

    private readonly ExpressionNode _expression;
    private readonly Dictionary<string, int> _places;
    private readonly Surface[] _operands;

    /// <summary>Over surfaces on one frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="expression">The expression, judged by <see cref="ExpressionCheck"/>.</param>
    /// <param name="operands">The surfaces its names stand for.</param>
    public ExpressionSurface(GridFrame frame, ExpressionNode expression, IReadOnlyDictionary<string, Surface> operands)
        : base(frame)
    {
        var names = expression.All().OfType<ExpressionNode.Name>().Select(n => n.Of).Distinct(StringComparer.Ordinal).ToList();
        _expression = expression;
        _places = names.Select((name, place) => (name, place)).ToDictionary(p => p.name, p => p.place, StringComparer.Ordinal);
        _operands = [.. names.Select(name => operands[name])];
        RowsTogether = _operands.Length == 0 ? base.RowsTogether : _operands.Max(o => o.RowsTogether);
    }

    /// <inheritdoc/>
    public override int RowsTogether { get; }

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var values = new float[_operands.Length][];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new float[cells.Length];
            _operands[i].Read(firstRow, values[i]);
        }
        var work = new Stack<double[]>();
        for (var start = 0; start < cells.Length; start += ChunkCells)
        {
            var length = Math.Min(ChunkCells, cells.Length - start);
            var results = Rent(work);
            Fill(_expression, new Chunk(values, start, work), results.AsSpan(0, length));
            for (var i = 0; i < length; i++)
                cells[start + i] = float.IsFinite((float)results[i]) ? (float)results[i] : float.NaN;
            work.Push(results);
        }
    }

    private readonly record struct Chunk(float[][] Values, int Start, Stack<double[]> Work);

    private static double[] Rent(Stack<double[]> work) => work.TryPop(out var free) ? free : new double[ChunkCells];

    private void Fill(ExpressionNode node, Chunk chunk, Span<double> results)
    {
        switch (node)
        {
            case ExpressionNode.Number number:
                results.Fill(number.Value);
                break;
            case ExpressionNode.Name name:
                TensorPrimitives.ConvertTruncating<float, double>(chunk.Values[_places[name.Of]].AsSpan(chunk.Start, results.Length), results);
                break;
            case ExpressionNode.Applied applied:
                Fill(applied, chunk, results);
                break;
        }
    }

    private void Fill(ExpressionNode.Applied node, Chunk chunk, Span<double> results)
    {
        Fill(node.Operands[0], chunk, results);
        if (node.Operands.Count == 1)
        {
            ExpressionKernel.Apply(node.Operation, results);
            return;
        }
        var second = Rent(chunk.Work);
        var others = second.AsSpan(0, results.Length);
        if (node.Operation is ExpressionOperation.If or ExpressionOperation.Clamp)
        {
            var third = Rent(chunk.Work);
            Fill(node.Operands[1], chunk, others);
            Fill(node.Operands[2], chunk, third.AsSpan(0, results.Length));
            ExpressionKernel.Apply(node.Operation, results, others, third.AsSpan(0, results.Length));
            chunk.Work.Push(third);
        }
        else
        {
            foreach (var operand in node.Operands.Skip(1))
            {
                Fill(operand, chunk, others);
                ExpressionKernel.Apply(node.Operation, results, others);
            }
        }
        chunk.Work.Push(second);
    }
}
