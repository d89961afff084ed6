namespace Geo.Engine.Scenarios.Explaining;

/// <summary>The cells of an area that lie in the study area, row by row.</summary>
/// <param name="Indices">Where their values stand in gathered arrays.</param>
/// <param name="Hectares">Their ground hectares.</param>
internal sealed record AreaCells(IReadOnlyList<int> Indices, IReadOnlyList<double> Hectares)
{
    /// <summary>Those for which something holds.</summary>
    public AreaCells Where(Func<int, bool> holds)
    {
        var kept = Enumerable.Range(0, Indices.Count).Where(i => holds(Indices[i])).ToList();
        return new([.. kept.Select(i => Indices[i])], [.. kept.Select(i => Hectares[i])]);
    }
}
