using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Api.Processes;

/// <summary>The grid of a process that is given a box and a cell size.</summary>
internal static class NetworkFrame
{
    /// <summary>The box in the plane, widened to whole cells whose edges are multiples of their size, so that grids of two requests fit.</summary>
    public static GridFrame Of(ProcessInputs inputs)
    {
        var system = CoordinateSystems.Vn2000Tm3Zone10530;
        var box = Projection.Between(CoordinateSystems.Crs84, system).Transform(BoxInput.Read(inputs.Find("area")!.Value)); // required
        var size = inputs.Number("cell");
        var (left, top) = (Math.Floor(box.MinX / size) * size, Math.Ceiling(box.MaxY / size) * size);
        int Cells(double length) => (int)Math.Clamp(Math.Ceiling(length / size), 1, 1_000_000);
        return new GridFrame(system, left, top, size, Cells(top - box.MinY), Cells(box.MaxX - left));
    }
}
