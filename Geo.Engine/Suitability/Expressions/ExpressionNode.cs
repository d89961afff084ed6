namespace Geo.Engine.Suitability.Expressions;

/// <summary>A piece of an expression over layers. A closed family: what is not here cannot be computed.</summary>
/// <param name="Position">Where it begins in the text, from 1.</param>
public abstract record ExpressionNode(int Position)
{
    /// <summary>Its parts, in order.</summary>
    public virtual IReadOnlyList<ExpressionNode> Parts => [];

    /// <summary>A number that is written out.</summary>
    /// <param name="Position">Where it begins.</param>
    /// <param name="Value">Its value, finite.</param>
    public sealed record Number(int Position, double Value) : ExpressionNode(Position);

    /// <summary>The values of a layer or a derived measure.</summary>
    /// <param name="Position">Where it begins.</param>
    /// <param name="Of">Its name in the scenario.</param>
    public sealed record Name(int Position, string Of) : ExpressionNode(Position);

    /// <summary>An operation on one or more parts.</summary>
    /// <param name="Position">Where its sign or its name stands.</param>
    /// <param name="Operation">What is done.</param>
    /// <param name="Operands">With what.</param>
    public sealed record Applied(int Position, ExpressionOperation Operation, IReadOnlyList<ExpressionNode> Operands) : ExpressionNode(Position)
    {
        /// <inheritdoc/>
        public override IReadOnlyList<ExpressionNode> Parts => Operands;
    }

    /// <summary>The node and everything in it.</summary>
    public IEnumerable<ExpressionNode> All() => Parts.SelectMany(p => p.All()).Prepend(this);
}
