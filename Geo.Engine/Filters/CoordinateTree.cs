namespace Geo.Engine.Filters;

/// <summary>Coordinates as brackets and numbers, before they are a geometry: a position, or a list of such.</summary>
/// <param name="Position">The numbers of a position; null for a list.</param>
/// <param name="Parts">What a list holds; empty for a position.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record CoordinateTree(IReadOnlyList<double>? Position, IReadOnlyList<CoordinateTree> Parts, FilterPlace Place)
{
    /// <summary>The positions in order.</summary>
    public IEnumerable<CoordinateTree> Positions() => Position is null ? Parts.SelectMany(part => part.Positions()) : [this];
}
