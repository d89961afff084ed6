namespace Geo.Engine.Grids;

/// <summary>Cells and hectares of each class in each zone.</summary>
public sealed class ClassAreas
{
    private const int ClassCount = 256;
    private readonly long[] _cells;
    private readonly double[] _hectares;

    internal ClassAreas(long[] cells, double[] hectares)
    {
        _cells = cells;
        _hectares = hectares;
    }

    /// <summary>Number of cells of a class in a zone; zone 0 stands for the cells in no zone, class 0 for nodata.</summary>
    public long Cells(int zone, byte classValue) => _cells[(zone * ClassCount) + classValue];

    /// <summary>Hectares of a class in a zone.</summary>
    public double Hectares(int zone, byte classValue) => _hectares[(zone * ClassCount) + classValue];
}
