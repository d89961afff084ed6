using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether layers lie where they claim to: coordinates that belong to their system, grids that are not half a cell off.</summary>
internal static class PlaceCheck
{
    private const double Aligned = 0.001;
    private const double NearHalf = 0.01;
    private const double MostDegrees = 360;

    /// <summary>Problems and warnings of one layer.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Scenario scenario, ScenarioLayer layer, ScenarioInputs inputs)
    {
        var path = $"layers.{layer.Name}";
        if (layer.Features is { } source && inputs.Layers.TryGetValue(source.LayerId, out var vector))
            return Degrees(path, vector.Definition, vector.Features.Select(f => f.Geometry));
        if (layer.Grid is { } grid && inputs.Grids.TryGetValue(grid.GridId, out var loaded) && loaded.Info.EpsgCode == scenario.Frame.System.Srid)
            return Shifted(path, grid.GridId, scenario.Frame, loaded.Info).Concat(Short(path, grid.GridId, scenario, loaded.Info, inputs));
        return [];
    }

    private static IEnumerable<ScenarioProblem> Degrees(string path, LayerDefinition layer, IEnumerable<Geometry?> geometries)
    {
        var box = new Envelope();
        foreach (var geometry in geometries)
            if (geometry is not null)
                box.ExpandToInclude(geometry.EnvelopeInternal);
        if (box.IsNull)
            yield break;
        var isInDegrees = Math.Max(Math.Abs(box.MinX), Math.Abs(box.MaxX)) <= MostDegrees && Math.Max(Math.Abs(box.MinY), Math.Abs(box.MaxY)) <= MostDegrees / 4;
        if (layer.System.IsGeographic && !isInDegrees)
            yield return new(path, new(FormattableString.Invariant($"lớp '{layer.Id}' ghi là {layer.System.Code} (độ) nhưng tọa độ tới {box.MaxX:0}, {box.MaxY:0}: đó là mét"), FormattableString.Invariant($"layer '{layer.Id}' is labelled {layer.System.Code} (degrees), but its coordinates go to {box.MaxX:0}, {box.MaxY:0}: those are metres")), new("nhập lại lớp với hệ tọa độ thật", "import the layer again with its real coordinate system"));
        if (!layer.System.IsGeographic && isInDegrees)
            yield return new(path, new(FormattableString.Invariant($"lớp '{layer.Id}' ghi là {layer.System.Code} (mét) nhưng tọa độ chỉ tới {box.MaxX:0.##}, {box.MaxY:0.##}: đó là độ"), FormattableString.Invariant($"layer '{layer.Id}' is labelled {layer.System.Code} (metres), but its coordinates only go to {box.MaxX:0.##}, {box.MaxY:0.##}: those are degrees")), new("nhập lại lớp với hệ tọa độ thật", "import the layer again with its real coordinate system"));
    }

    private static IEnumerable<ScenarioProblem> Shifted(string path, string id, GridFrame frame, GeoTiffInfo grid)
    {
        if (Math.Abs(grid.CellWidth - frame.CellSizeMetres) > Aligned * frame.CellSizeMetres)
            yield break;
        var (east, north) = (OffLattice((grid.TopLeft.X - frame.Left) / frame.CellSizeMetres), OffLattice((grid.TopLeft.Y - frame.Top) / frame.CellSizeMetres));
        if (Math.Max(east, north) <= Aligned)
            yield break;
        var isHalf = Math.Max(east, north) > 0.5 - NearHalf;
        yield return new(
            path,
            new(
                FormattableString.Invariant($"lưới '{id}' có cùng cỡ ô nhưng lệch {east:0.###} ô theo đông và {north:0.###} ô theo bắc so với lưới của kịch bản"),
                FormattableString.Invariant($"grid '{id}' has cells of the same size but lies {east:0.###} cells east and {north:0.###} cells north off the scenario's")),
            isHalf
                ? new("nửa ô thường là do lấy tâm ô làm góc ô: sửa gốc của lưới", "half a cell is mostly a centre taken for a corner: mend the grid's origin")
                : new("đặt grid.origin của kịch bản trùng với lưới", "set the scenario's grid.origin to that of the grid"),
            IsWarning: !isHalf);
    }

    /// <summary>A grid that ends less than a cell before the study area was cut to it and registered wrongly; one that ends earlier has no data there, which is counted.</summary>
    private static IEnumerable<ScenarioProblem> Short(string path, string id, Scenario scenario, GeoTiffInfo grid, ScenarioInputs inputs)
    {
        if (!inputs.Layers.TryGetValue(scenario.StudyArea.DistrictLayer, out var districts))
            yield break;
        var area = new Envelope();
        foreach (var geometry in districts.Projected)
            if (geometry is not null)
                area.ExpandToInclude(geometry.EnvelopeInternal);
        var frame = scenario.Frame.Extent;
        area = area.Intersection(new Envelope(frame.MinX, frame.MaxX, frame.MinY, frame.MaxY));
        if (area.IsNull)
            yield break;
        var (right, bottom) = (grid.TopLeft.X + (grid.Columns * grid.CellWidth), grid.TopLeft.Y - (grid.Rows * grid.CellHeight));
        double[] missing = [grid.TopLeft.X - area.MinX, area.MaxX - right, area.MaxY - grid.TopLeft.Y, bottom - area.MinY];
        var cell = Math.Max(scenario.Frame.CellSizeMetres, grid.CellWidth);
        if (missing.Any(m => m > Aligned * cell && m < cell))
            yield return new(
                path,
                new(FormattableString.Invariant($"lưới '{id}' thiếu {missing.Max():0.##} m, chưa tới một ô, ở rìa vùng nghiên cứu"), FormattableString.Invariant($"grid '{id}' misses {missing.Max():0.##} m, less than a cell, at the edge of the study area")),
                new("thường là gốc lưới lệch nửa ô: sửa gốc, hoặc lấy lưới rộng hơn một ô", "mostly its origin is half a cell off: mend it, or take a grid one cell wider"));
    }

    /// <summary>How far from a whole number, 0 to 0.5.</summary>
    private static double OffLattice(double cells) => Math.Abs(cells - Math.Round(cells));
}
