namespace Geo.Engine.Suitability;

/// <summary>How a stored grid is laid on the grid of the scenario.</summary>
public enum GridResampling
{
    /// <summary>The value of the cell that holds the centre.</summary>
    Nearest,

    /// <summary>Between the four nearest cells; for continuous values only.</summary>
    Bilinear,

    /// <summary>The mean of what lies under a cell, by area; for continuous values finer than the scenario's cells.</summary>
    Average,

    /// <summary>The code with the largest area under a cell; for categories finer than the scenario's cells.</summary>
    Mode,
}
