using Geo.Engine.Features;

namespace Geo.Engine.Suitability.Expressions;

/// <summary>Something wrong with an expression.</summary>
/// <param name="Position">Where in its text, from 1.</param>
/// <param name="Message">What was found and what is allowed.</param>
public sealed record ExpressionFault(int Position, BilingualText Message)
{
    /// <summary>The message with its place.</summary>
    public BilingualText Text => new($"vị trí {Position}: {Message.Vi}", $"position {Position}: {Message.En}");
}
