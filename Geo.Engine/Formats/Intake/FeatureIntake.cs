using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Intake;

/// <summary>
/// Turns the features of a file into features of a layer, one after the other: judges positions, mends geometry, turns coordinates to
/// CRS84, and keeps the report. A feature that must be refused refuses the file, but reading goes on so that the report lists more than the first.
/// </summary>
internal sealed class FeatureIntake(FeatureFile file, CoordinateSystem system, GeometryKind kind, ImportOptions options, ImportReport report)
{
    /// <summary>Refused features after which reading stops.</summary>
    public const int MostRefusals = 100;

    private readonly Projection? _toLongitudeLatitude = system.Srid == CoordinateSystems.Crs84.Srid ? null : Projection.Between(system, CoordinateSystems.Crs84);
    private readonly Envelope _all = new();
    private readonly Envelope _allDegrees = new();
    private long _outside;
    private string? _firstOutside;
    private long _lastId;

    /// <summary>The feature for the layer, or null when it is refused.</summary>
    public Feature? Take(in RawFeature raw)
    {
        var id = raw.Id > _lastId ? raw.Id.Value : _lastId + 1;
        _lastId = id;
        var geometry = options.SwapAxes && raw.Geometry is not null ? Swap(raw.Geometry) : raw.Geometry;
        var fault = geometry is null ? null : PositionCheck.FindFault(geometry.EnvelopeInternal, system);
        fault ??= options.InvalidGeometry == InvalidGeometryPolicy.Refuse ? FindFault(raw, geometry) : null;
        if (fault is not null)
            return Refuse(raw, fault);
        foreach (var note in raw.Notes)
            report.Mend(new ImportMending(note.Kind, id, file.Place(raw), 0, note.Reason));
        if (geometry is null && raw.Notes.Count > 0)
            report.Mend(new ImportMending(MendingKind.DroppedGeometry, id, file.Place(raw), 0, "nothing is left of the geometry"));
        return Mend(raw, id, geometry);
    }

    /// <summary>Says what can only be said about the whole file; refuses it when any feature was.</summary>
    public void Finish()
    {
        if (report.IsRefused)
            throw new ImportRefusedException(report.Refused[0]);
        if (_outside > 0)
            Warn(string.Create(CultureInfo.InvariantCulture, $"{_outside} feature(s) lie outside Viet Nam (longitude 102 to 118, latitude 6 to 24); the first is {_firstOutside}"));
        if (OtherMeridian() is { } other)
            Warn($"as {system.Code} the layer lies outside Sóc Trăng, as {other.Code} ({other.Name}) inside: check the central meridian");
        if (report.FeaturesRead == 0)
            Warn("there are no features");
    }

    private static string? FindFault(in RawFeature raw, Geometry? geometry) =>
        raw.Notes.Count > 0 ? raw.Notes[0].Reason : geometry is null ? null : GeometryMending.FindFault(geometry);

    private static Geometry Swap(Geometry geometry)
    {
        var swapped = geometry.Copy();
        swapped.Apply(new SwapFilter());
        swapped.GeometryChanged();
        return swapped;
    }

    private Feature? Mend(in RawFeature raw, long id, Geometry? geometry)
    {
        if (geometry is null)
            return Give(id, null, raw);
        _all.ExpandToInclude(geometry.EnvelopeInternal);
        var before = Project(geometry);
        if (GeometryMending.FindFault(geometry) is not { } reason)
            return Give(id, before, raw);
        if (!GeometryMending.TryMend(geometry, out var mended))
            return Refuse(raw, $"{reason}; it cannot be mended");
        var after = mended is null ? null : Project(mended);
        var kindOfMending = after is null ? MendingKind.DroppedGeometry : MendingKind.RebuiltPolygon;
        report.Mend(new ImportMending(kindOfMending, id, file.Place(raw), Hectares(after) - Hectares(before), reason));
        return Give(id, after, raw);
    }

    private Feature Give(long id, Geometry? geometry, in RawFeature raw)
    {
        report.FeaturesRead++;
        if (geometry is null)
            return new Feature(id, null, raw.Values);
        var box = geometry.EnvelopeInternal;
        _allDegrees.ExpandToInclude(box);
        if (!PositionCheck.Within(box, PositionCheck.VietNam))
        {
            _outside++;
            _firstOutside ??= $"{file.Place(raw)} ({PositionCheck.Words(box)})";
        }

        return new Feature(id, GeometryShape.Promote(GeometryShape.Orient(geometry), kind), raw.Values);
    }

    private Feature? Refuse(in RawFeature raw, string fault)
    {
        report.Refuse(new ImportProblem(file.Name, file.Place(raw), fault));
        if (report.RefusedCount < MostRefusals)
            return null;
        var stop = new ImportProblem(file.Name, file.Place(raw), $"{MostRefusals} features are refused; reading has stopped");
        report.Refuse(stop);
        throw new ImportRefusedException(stop);
    }

    private Geometry Project(Geometry geometry) => _toLongitudeLatitude is null ? geometry : _toLongitudeLatitude.Transform(geometry);

    private static double Hectares(Geometry? geometry) =>
        geometry is IPolygonal ? GroundArea.Hectares(geometry, CoordinateSystems.Crs84) : 0;

    private void Warn(string message) => report.Warn(new ImportProblem(file.Name, null, message));

    // A meridian wrong by half a degree moves a layer by 55 km: it leaves the province, and comes back under the other meridian.
    private CoordinateSystem? OtherMeridian()
    {
        CoordinateSystem? other = system == CoordinateSystems.Vn2000Tm3Zone10530 ? CoordinateSystems.Vn2000Tm3Zone10500
            : system == CoordinateSystems.Vn2000Tm3Zone10500 ? CoordinateSystems.Vn2000Tm3Zone10530
            : null;
        if (other is null || _all.IsNull || PositionCheck.Within(_allDegrees, PositionCheck.Province))
            return null;
        var (x, y) = Projection.Between(other, CoordinateSystems.Crs84).Transform(_all.Centre.X, _all.Centre.Y);
        var (ownX, ownY) = (_allDegrees.Centre.X, _allDegrees.Centre.Y);
        return Inside(x, y) && !Inside(ownX, ownY) ? other : null;
    }

    private static bool Inside(double longitude, double latitude) =>
        PositionCheck.Within(new Envelope(longitude, longitude, latitude, latitude), PositionCheck.Province);
}
