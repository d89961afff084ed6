using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>Where and when a collection's features lie.</summary>
internal sealed record ExtentDocument(ExtentDocument.SpatialExtent? Spatial, ExtentDocument.TemporalExtent? Temporal)
{
    /// <summary>The extent of a layer; null when nothing is known of it.</summary>
    public static ExtentDocument? Of(Extent? box, TimeInterval? times) => box is null && times is null
        ? null
        : new(
            box is { } known ? new SpatialExtent([Outwards(known)], CoordinateSystems.Crs84.Uri) : null,
            times is { } interval ? new TemporalExtent([[Moment(interval.Start), Moment(interval.End)]], "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian") : null);

    /// <summary>The box rounded outwards to the decimals that coordinates are written with, so that it still covers them.</summary>
    public static IReadOnlyList<double> Outwards(Extent box) =>
        [Math.Floor(box.MinX * 1e7) / 1e7, Math.Floor(box.MinY * 1e7) / 1e7, Math.Ceiling(box.MaxX * 1e7) / 1e7, Math.Ceiling(box.MaxY * 1e7) / 1e7];

    private static string? Moment(DateTime? moment) => moment is null ? null : GeoJsonWriter.Text(moment);

    internal sealed record SpatialExtent(IReadOnlyList<IReadOnlyList<double>> Bbox, string Crs);

    internal sealed record TemporalExtent(IReadOnlyList<IReadOnlyList<string?>> Interval, string Trs);
}
