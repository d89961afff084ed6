namespace Geo.Engine.Stores;

/// <summary>A statement whose parameters are called <c>$1</c>, <c>$2</c> and so on, which SQLite and PostgreSQL both understand.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Values">The values in this order: texts, <c>long</c> or null.</param>
internal sealed record SqlStatement(string Text, params IReadOnlyList<object?> Values);
