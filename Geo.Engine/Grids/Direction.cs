namespace Geo.Engine.Grids;

/// <summary>Ways along cell edges, counter-clockwise on a map with north up.</summary>
internal enum Direction
{
    /// <summary>To greater columns.</summary>
    Right,

    /// <summary>To smaller rows.</summary>
    Up,

    /// <summary>To smaller columns.</summary>
    Left,

    /// <summary>To greater rows.</summary>
    Down,
}
