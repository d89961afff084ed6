namespace Geo.Engine.Suitability;

/// <summary>How a stored grid is laid on the grid of the scenario.</summary>
public enum GridResampling
{
    /// <summary>The value of the cell that holds the centre; the only rule for categories.</summary>
    Nearest,

    /// <summary>Between the four nearest cells; for continuous values only.</summary>
    Bilinear,
}
