namespace Geo.Engine.Grids;

/// <summary>Which neighbours belong together.</summary>
public enum Connectivity
{
    /// <summary>Cells that share an edge.</summary>
    Four,

    /// <summary>Cells that share an edge or a corner.</summary>
    Eight,
}
