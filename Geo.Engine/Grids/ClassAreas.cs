namespace Geo.Engine.Grids;

/// <summary>Cells and hectares of each class in each zone.</summary>
public sealed class ClassAreas
{
    internal const int ClassCount = 256;
    private readonly ZoneStatistics[] _tallies;

    internal ClassAreas(ZoneStatistics[] tallies) => _tallies = tallies;

    /// <summary>Number of cells of a class in a zone; zone 0 stands for the cells in no zone, class 0 for nodata.</summary>
    public long Cells(int zone, byte classValue) => _tallies[(zone * ClassCount) + classValue].Cells;

    /// <summary>Hectares of a class in a zone.</summary>
    public double Hectares(int zone, byte classValue) => _tallies[(zone * ClassCount) + classValue].Hectares;
}
