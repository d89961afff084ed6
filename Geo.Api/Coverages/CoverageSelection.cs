using System.Globalization;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Api.Coverages;

/// <summary>What of a grid is wanted, and how.</summary>
/// <param name="Crs">The system of the answer.</param>
/// <param name="Box">The part wanted, in <paramref name="BoxCrs"/>; null for all.</param>
/// <param name="BoxCrs">The system of the box.</param>
/// <param name="CellSize">Side of a cell in units of <paramref name="Crs"/>; null for the grid's own.</param>
/// <param name="ScaleFactor">How many cells of the grid make one of the answer along a side.</param>
/// <param name="IsBilinear">Whether values are interpolated; codes never are.</param>
internal sealed record CoverageSelection(CoordinateSystem Crs, Extent? Box, CoordinateSystem BoxCrs, double? CellSize, double ScaleFactor, bool IsBilinear)
{
    /// <summary>Names of the parameters.</summary>
    public static readonly string[] Parameters = ["bbox", "bbox-crs", "crs", "resolution", "scale-factor", "interpolation"];

    private const double MetresPerDegree = 6_378_137 * Math.PI / 180;

    // Edges that fall on the lattice on paper differ from it by rounding.
    private const double Same = 1e-6;

    private static readonly BilingualText ResolutionAllowed = new("số lớn hơn 0 theo đơn vị của crs, không cùng với scale-factor", "a number above 0 in units of crs, not together with scale-factor");
    private static readonly BilingualText ScaleAllowed = new("số lớn hơn 0, không cùng với resolution", "a number above 0, not together with resolution");
    private static readonly BilingualText OneBox = new("một khung không vượt kinh tuyến 180", "one box that does not cross the antimeridian");
    private static readonly BilingualText AnyInterpolation = new("nearest hoặc bilinear", "nearest or bilinear");
    private static readonly BilingualText NearestOnly = new("nearest: giá trị là mã, không nội suy được", "nearest: the values are codes, which cannot be interpolated");

    /// <summary>Reads the parameters; faults are added to the request, and the result is then not to be used.</summary>
    public static CoverageSelection Parse(ApiRequest request, GridLayer layer, CoordinateSystem own)
    {
        var boxCrs = request.Read("bbox-crs", CrsParameter.Parse, CrsParameter.Allowed) ?? CoordinateSystems.Crs84;
        var boxes = request.Read("bbox", text => BoxParameter.Parse(text, boxCrs), BoxParameter.Allowed(boxCrs));
        if (boxes is { Count: > 1 })
            request.Faults.Add(new ParameterFault("bbox", request.Parameter("bbox") ?? "", OneBox));
        var interpolation = request.Read("interpolation", text => text == "nearest" || (text == "bilinear" && !layer.IsCategorical) ? text : null, layer.IsCategorical ? NearestOnly : AnyInterpolation);
        return new(
            request.Read("crs", CrsParameter.Parse, CrsParameter.Allowed) ?? own,
            boxes is { Count: 1 } ? boxes[0] : null,
            boxCrs,
            request.ReadValue("resolution", text => request.Parameter("scale-factor") is null ? Positive(text) : null, ResolutionAllowed),
            request.ReadValue("scale-factor", text => request.Parameter("resolution") is null ? Positive(text) : null, ScaleAllowed) ?? 1,
            interpolation is null ? !layer.IsCategorical : interpolation == "bilinear");
    }

    /// <summary>A text that is equal for equal selections.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Crs.Uri} {Box} {BoxCrs.Uri} {CellSize:R} {ScaleFactor:R} {IsBilinear}");

    /// <summary>
    /// Where the cells of the answer lie: on the grid's own lattice where system and cell size are its own, else from the top left corner of the box on. Null when nothing of the grid
    /// is wanted. The number of rows and columns is not bounded; cells are counted first.
    /// </summary>
    /// <param name="grid">The grid's frame.</param>
    /// <param name="mostCells">Most cells of the answer.</param>
    /// <param name="cells">How many there would be.</param>
    public GridFrame? FrameOn(GridFrame grid, double mostCells, out double cells)
    {
        var whole = Projection.Between(grid.System, Crs).Transform(grid.Extent);
        var box = Box is { } wanted ? Cut(whole, Projection.Between(BoxCrs, Crs).Transform(wanted)) : whole;
        var own = (Crs.IsGeographic ? grid.CellSizeMetres / MetresPerDegree : grid.CellSizeMetres) * ScaleFactor;
        var side = CellSize ?? own;
        cells = 0;
        if (!(box.Width > 0 && box.Height > 0))
            return null;
        var (left, top) = Crs.Code == grid.System.Code
            ? (grid.Left + (Math.Floor(((box.MinX - grid.Left) / side) + Same) * side), grid.Top - (Math.Floor(((grid.Top - box.MaxY) / side) + Same) * side))
            : (box.MinX, box.MaxY);
        var (columns, rows) = (Math.Ceiling(((box.MaxX - left) / side) - Same), Math.Ceiling(((top - box.MinY) / side) - Same));
        cells = Math.Max(1, columns) * Math.Max(1, rows);
        return cells > mostCells ? null : new GridFrame(Crs, left, top, side, (int)Math.Max(1, rows), (int)Math.Max(1, columns));
    }

    private static Extent Cut(Extent a, Extent b) =>
        new(Math.Max(a.MinX, b.MinX), Math.Max(a.MinY, b.MinY), Math.Min(a.MaxX, b.MaxX), Math.Min(a.MaxY, b.MaxY));

    private static double? Positive(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number) ? number : null;
}
