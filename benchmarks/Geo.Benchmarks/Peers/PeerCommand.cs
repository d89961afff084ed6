using Geo.Engine.Grids;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Geo.Benchmarks.Peers;

/// <summary>Our side of benchmarks/peers: one kernel from file to file as a process of its own, like the tools it is measured against.</summary>
internal static class PeerCommand
{
    private const string Usage = """
        peers combine OUT.tif IN.tif ...      mean of the inputs' degrees on a ramp from 10 to 90, nodata where one is missing
        peers distance IN.tif OUT.tif         metres to the nearest cell that is not 0
        peers sieve CELLS IN.tif OUT.tif      components of fewer cells, four neighbours, merged into their largest neighbour
        peers label IN.tif OUT.tif            components of equal cells, four neighbours
        peers polygonise IN.tif OUT.geojson   components of equal cells as polygons
        """;

    private static readonly int Threads = Environment.ProcessorCount;

    /// <summary>Runs one verb; 0 when it is done, 2 when there is no such verb.</summary>
    public static int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["combine", var output, .. var inputs]:
                Write(output, StripCombination.Combine(inputs, Threads));
                return 0;
            case ["distance", var input, var output]:
                Write(output, DistanceTransform.Euclidean(Read<byte>(input), Threads, CancellationToken.None));
                return 0;
            case ["sieve", var cells, var input, var output]:
                var rule = new SieveRule(int.Parse(cells, System.Globalization.CultureInfo.InvariantCulture), Connectivity.Four);
                Write(output, Sieve.Apply(Read<byte>(input), rule, Threads, CancellationToken.None), nodata: 0);
                return 0;
            case ["label", var input, var output]:
                Write(output, Label(input).Labels, nodata: 0);
                return 0;
            case ["polygonise", var input, var output]:
                Polygonise(input, output);
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static ComponentLabels Label(string input) =>
        ConnectedComponents.Label(Read<byte>(input), Connectivity.Four, Threads, CancellationToken.None);

    private static void Polygonise(string input, string output)
    {
        var components = Label(input);
        var factory = new GeometryFactory(new PrecisionModel(), 9209, PackedCoordinateSequenceFactory.DoubleFactory);
        var polygons = Polygoniser.Polygonise(components.Labels, factory, Threads, CancellationToken.None);
        PolygonFile.Write(output, polygons, components.Classes);
    }

    private static Grid<T> Read<T>(string path)
        where T : unmanaged
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return GeoTiffFile.Read<T>(stream, Threads);
    }

    private static void Write<T>(string path, Grid<T> grid, double? nodata = null)
        where T : unmanaged
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        GeoTiffFile.Write(stream, grid, new GeoTiffOptions { Nodata = nodata, Compressed = false });
    }
}
