namespace Geo.Engine.Grids;

/// <summary>Which cells a geometry claims when it is laid on a grid.</summary>
public enum CellRule
{
    /// <summary>
    /// Polygons claim the cells whose centre they hold. Centres exactly on an edge go to one side only, so polygons that share a
    /// border never both claim a cell and never both leave it. Lines claim the cells they run through one per step, points the cell
    /// they lie in.
    /// </summary>
    Centre,

    /// <summary>Every cell the closed geometry touches, so that a canal thinner than a cell leaves no gap.</summary>
    AllTouched,
}
