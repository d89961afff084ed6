using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>
/// Traces the outlines of labelled cells along cell edges. Neighbours have the same vertices on their common border: a corner of cells is a
/// vertex of every outline through it when a border turns there or three regions meet, and of none otherwise. Outer rings run
/// counter-clockwise, holes clockwise (RFC 7946, 3.1.6); cells that touch at a corner only are apart, and a hole may touch its shell or
/// another hole at single corners, so that every geometry is valid (OGC 06-103r4, 6.1.11).
/// Source: tracing with the region on the left, turning left wherever a border allows, as in T. Pavlidis, Algorithms for Graphics and Image
/// Processing (1982), chapter 7, on the edges between cells instead of the cells.
/// </summary>
public static class Polygoniser
{
    /// <summary>One valid Polygon or MultiPolygon, with holes, for each label that occurs, in ascending order of labels; 0 is left out.</summary>
    /// <param name="labels">Rows x columns; 0 is nodata, labels are not negative.</param>
    /// <param name="factory">Makes the geometries.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<LabelledPolygon> Polygonise(
        Grid<int> labels, GeometryFactory factory, int threads, CancellationToken cancellation)
    {
        var runs = RowRuns<int>.Of(labels, threads, cancellation);
        var corners = BorderCorners.Of(runs, threads, cancellation);
        var (components, count) = RunLabels.Of(runs, Connectivity.Four, threads, cancellation);
        var rings = RingTracer.Trace(corners, runs, components, cancellation);
        var outlines = new ComponentOutlines(rings, corners, labels.Frame, factory);
        var polygons = new Polygon[count];
        void Strip(int from, int to)
        {
            for (var component = from; component < to; component++)
                polygons[component] = outlines.Polygon(component + 1);
        }
        GridRows.ForEachStrip(count, threads, Strip, cancellation);
        return Dissolve(polygons, LabelOfComponent(runs, components, count), factory);
    }

    private static int[] LabelOfComponent(RowRuns<int> runs, int[] components, int count)
    {
        var labels = new int[count];
        for (var run = 0; run < components.Length; run++)
        {
            if (components[run] != 0)
                labels[components[run] - 1] = runs.Values[run];
        }
        return labels;
    }

    private static List<LabelledPolygon> Dissolve(Polygon[] polygons, int[] labels, GeometryFactory factory)
    {
        var order = Enumerable.Range(0, polygons.Length).ToArray();
        Array.Sort(order, (a, b) => labels[a] != labels[b] ? labels[a].CompareTo(labels[b]) : a.CompareTo(b));
        var dissolved = new List<LabelledPolygon>();
        for (int from = 0, to; from < order.Length; from = to)
        {
            var label = labels[order[from]];
            for (to = from + 1; to < order.Length && labels[order[to]] == label;)
                to++;
            var parts = Array.ConvertAll(order[from..to], component => polygons[component]);
            dissolved.Add(new LabelledPolygon(label, parts.Length == 1 ? parts[0] : factory.CreateMultiPolygon(parts)));
        }
        return dissolved;
    }
}
