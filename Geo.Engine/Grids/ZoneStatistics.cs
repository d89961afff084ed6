namespace Geo.Engine.Grids;

/// <summary>What the cells of one zone hold. Cells without a value (NaN) are counted and otherwise left out.</summary>
/// <param name="Cells">Number of cells with a value.</param>
/// <param name="NodataCells">Number of cells without.</param>
/// <param name="Hectares">Area of the cells with a value.</param>
/// <param name="Sum">Sum of the values; 0 when there is none.</param>
/// <param name="Minimum">Smallest value; NaN when there is none.</param>
/// <param name="Maximum">Largest value; NaN when there is none.</param>
public readonly record struct ZoneStatistics(
    long Cells, long NodataCells, double Hectares, double Sum, float Minimum, float Maximum)
{
    /// <summary>Mean of the values, each cell counting alike; NaN when there is none.</summary>
    public double Mean => Cells == 0 ? double.NaN : Sum / Cells;
}
