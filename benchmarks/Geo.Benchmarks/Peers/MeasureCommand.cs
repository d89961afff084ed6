using System.Globalization;
using System.Runtime.CompilerServices;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Benchmarks.Peers;

/// <summary>Our side of benchmarks/suitability/measures.sh: one measure from file to file as a process of its own, like the tools it is measured against.</summary>
internal static class MeasureCommand
{
    private const string Usage = """
        measures cost 8|16 FRICTION.tif SOURCES.tif OUT.tif        least accumulated friction x metres
        measures idw STATIONS.csv SIDE CELL OUT.tif                inverse distance, power 2, all stations
        measures kriging STATIONS.csv SIDE CELL OUT.tif            ordinary kriging, all stations, spherical variogram fitted to them
        """;

    private static readonly int Threads = Environment.ProcessorCount;

    /// <summary>Runs one verb; 0 when it is done, 2 when there is no such verb.</summary>
    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["cost", var neighbours, var friction, var sources, var output]:
                Write(output, Cost(neighbours == "16" ? Moves.Knight : Moves.Queen, friction, sources));
                return 0;
            case ["idw", var stations, var side, var cell, var output]:
                Write(output, new InverseDistanceSurface(Frame(side, cell), Stations(stations), new InverseDistanceOptions()));
                return 0;
            case ["kriging", var stations, var side, var cell, var output]:
                var values = Stations(stations);
                var variogram = VariogramFit.Fit(VariogramFit.Empirical(values), VariogramModel.Spherical)!; // the stations of the benchmark have one
                Write(output, new KrigedSurface(Frame(side, cell), new OrdinaryKriging(values, variogram), KrigingOutput.Value));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static GridSurface Cost(Moves moves, string friction, string sources)
    {
        var costs = CostDistance.Accumulate(Read<float>(friction), Read<byte>(sources), moves, CancellationToken.None).Costs;
        var result = new Grid<float>(costs.Frame);
        Narrow(costs.Cells, result.Cells);
        return new GridSurface(result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ReadOnlySpan<double> costs, Span<float> cells)
    {
        for (var cell = 0; cell < cells.Length; cell++)
            cells[cell] = (float)costs[cell];
    }

    private static GridFrame Frame(string side, string cell) =>
        new(CoordinateSystems.Vn2000Tm3Zone10530, 500_000, 1_100_000, double.Parse(cell, CultureInfo.InvariantCulture), int.Parse(side, CultureInfo.InvariantCulture), int.Parse(side, CultureInfo.InvariantCulture));

    private static StationValue[] Stations(string path) => Array.ConvertAll(File.ReadAllLines(path)[1..], Station);

    private static StationValue Station(string line)
    {
        var parts = line.Split(',');
        return new(Number(parts[0]), Number(parts[1]), (float)Number(parts[2]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Grid<T> Read<T>(string path)
        where T : unmanaged
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return GeoTiffFile.Read<T>(stream, Threads);
    }

    private static void Write(string path, Surface surface)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        GeoTiffFile.Write(stream, surface.ToGrid(Threads, CancellationToken.None), new GeoTiffOptions { Compressed = false });
    }
}
