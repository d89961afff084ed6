using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Terrain;

/// <summary>
/// Ground, clutter and radio-climatic zones on one frame. Unknown ground is NaN and stays unknown: no path leads over it, and none is taken for sea level.
/// </summary>
/// <remarks>Zones after ITU-R P.1812, annex 1, table 2: land up to 100 m above the water and within 50 km of the sea is coastal.</remarks>
public sealed class Landscape
{
    private const double CoastMetres = 50_000;
    private const double CoastHeightMetres = 100;
    private const double MostClutterMetres = 100;
    private const double MostTideMetres = 10;

    private readonly LandCell[] _cells;

    private Landscape(Grid<float> ground, Grid<float> clutter, Grid<byte> zones)
    {
        (Ground, Clutter, Zones) = (ground, clutter, zones);
        _cells = new LandCell[ground.Frame.CellCount];
    }

    /// <summary>Where the cells lie.</summary>
    public GridFrame Frame => Ground.Frame;

    /// <summary>Bare ground, at sea the water, metres above mean sea level; NaN where unknown (also where the land cover is).</summary>
    public Grid<float> Ground { get; }

    /// <summary>Trees and buildings, metres above the ground; 0 at sea.</summary>
    public Grid<float> Clutter { get; }

    /// <summary>A <see cref="PathZone"/> in every cell.</summary>
    public Grid<byte> Zones { get; }

    /// <summary>Lays layers on a frame; null with the reasons in <paramref name="problems"/> when they cannot be.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="frame">The frame; what lies beyond a layer is unknown.</param>
    /// <param name="problems">Where faults are gathered.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Landscape? Of(LandscapeLayers layers, GridFrame frame, ICollection<BilingualText> problems, int threads, CancellationToken cancellation)
    {
        var faults = Faults(layers);
        foreach (var fault in faults)
            problems.Add(fault);
        if (faults.Count > 0)
            return null;
        var heights = layers.Heights.Frame.CellSizeMetres < frame.CellSizeMetres
            ? Resampling.Average(layers.Heights, frame, threads, cancellation)
            : Resampling.Nearest(layers.Heights, frame, float.NaN, threads, cancellation);
        var cover = layers.LandCover is { } codes ? Resampling.Nearest(codes, frame, float.NaN, threads, cancellation) : null;
        var sea = layers.Sea is { } mask ? Resampling.Nearest(mask, frame, (byte)0, threads, cancellation) : new Grid<byte>(frame);
        var isSea = sea.Cells.Contains((byte)1);
        var coast = isSea ? DistanceTransform.Euclidean(sea, threads, cancellation) : null;
        var landscape = new Landscape(heights, new Grid<float>(frame), new Grid<byte>(frame));
        for (var i = 0; i < sea.Cells.Length; i++)
        {
            landscape.Settle(i, sea.Cells[i] == 1, coast?.Cells[i] ?? float.PositiveInfinity, cover?.Cells[i], layers);
            landscape._cells[i] = new(landscape.Ground.Cells[i], landscape.Clutter.Cells[i], (PathZone)landscape.Zones.Cells[i]);
        }

        return landscape;
    }

    /// <summary>Ground, clutter and zone where a position lies; NaN ground outside the frame.</summary>
    internal LandCell At(double x, double y) => CellOf(RowAt(y), ColumnAt(x));

    /// <summary>The row that a northing lies in; not one of the frame's outside it.</summary>
    internal int RowAt(double y) => (int)Math.Floor((Frame.Top - y) / Frame.CellSizeMetres);

    /// <summary>The column that an easting lies in; not one of the frame's outside it.</summary>
    internal int ColumnAt(double x) => (int)Math.Floor((x - Frame.Left) / Frame.CellSizeMetres);

    /// <summary>The rows that eight northings lie in.</summary>
    internal Vector512<long> RowsAt(Vector512<double> y) => Vector512.ConvertToInt64(Vector512.Floor((Vector512.Create(Frame.Top) - y) / Frame.CellSizeMetres));

    /// <summary>The columns that eight eastings lie in.</summary>
    internal Vector512<long> ColumnsAt(Vector512<double> x) => Vector512.ConvertToInt64(Vector512.Floor((x - Vector512.Create(Frame.Left)) / Frame.CellSizeMetres));

    /// <summary>Ground, clutter and zone of a cell; NaN ground outside the frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // twice for each cell of each site
    internal LandCell CellOf(int row, int column) => (uint)row < (uint)Frame.Rows && (uint)column < (uint)Frame.Columns
        ? _cells[(row * Frame.Columns) + column]
        : new LandCell(float.NaN, 0, PathZone.Inland);

    private void Settle(int cell, bool isSea, float toSea, float? cover, LandscapeLayers layers)
    {
        if (isSea)
        {
            Ground.Cells[cell] = (float)layers.WaterLevelMetres;
            Zones.Cells[cell] = (byte)PathZone.Sea;
            return;
        }
        if (cover is { } code)
        {
            if (float.IsNaN(code))
                Ground.Cells[cell] = float.NaN;
            else
                Clutter.Cells[cell] = (float)layers.ClutterMetres[(int)code];
        }
        var isCoastal = toSea <= CoastMetres && Ground.Cells[cell] - layers.WaterLevelMetres <= CoastHeightMetres;
        Zones.Cells[cell] = (byte)(isCoastal ? PathZone.Coastal : PathZone.Inland);
    }

    private static List<BilingualText> Faults(LandscapeLayers layers)
    {
        List<BilingualText> faults = [];
        if (layers.Model == HeightModel.Surface)
            faults.Add(new(
                "địa hình là mô hình bề mặt (mái nhà, ngọn cây), không phải mặt đất; hãy dùng mô hình mặt đất, hoặc nói rõ rằng coi nó là mặt đất",
                "the terrain is a surface model (roofs, tree tops), not ground; use a model of the ground, or say that it is to be taken for ground"));
        if (layers is { Model: HeightModel.SurfaceTakenAsGround, LandCover: not null })
            faults.Add(new(
                "mô hình bề mặt đã chứa cây và nhà; không được cộng thêm vật cản theo lớp phủ", "a surface model holds trees and houses already; clutter by land cover must not be added to it"));
        if (!(Math.Abs(layers.WaterLevelMetres) <= MostTideMetres))
            faults.Add(Text($"mực nước là {layers.WaterLevelMetres} m; được phép từ -10 đến 10", $"the water level is {layers.WaterLevelMetres} m; allowed are -10 to 10"));
        foreach (var (code, height) in layers.ClutterMetres)
            if (!(height >= 0 && height <= MostClutterMetres))
                faults.Add(Text($"vật cản của lớp phủ {code} cao {height} m; được phép từ 0 đến 100", $"the clutter of land cover {code} is {height} m high; allowed are 0 to 100"));
        if (layers.LandCover is { } cover)
            foreach (var code in Codes(cover).Where(c => !layers.ClutterMetres.ContainsKey(c)))
                faults.Add(Text($"lớp phủ {code} không có chiều cao vật cản", $"land cover {code} has no clutter height"));
        return faults;
    }

    private static SortedSet<int> Codes(Grid<float> cover)
    {
        var seen = new SortedSet<int>();
        foreach (var code in cover.Cells)
            if (!float.IsNaN(code))
                seen.Add((int)code);
        return seen;
    }

    private static BilingualText Text(FormattableString vi, FormattableString en) =>
        new(vi.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));
}
