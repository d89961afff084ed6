using System.Buffers;
using System.Text;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>
/// Every feature passes here before a store writes it: what does not fit its layer is refused, and what one database would keep otherwise
/// than another is brought to one form (texts to NFC, moments to microseconds, -0.0 to 0, a polygon in a layer of multi-polygons to one of one).
/// </summary>
internal sealed class FeatureAdmission
{
    private const int LongestName = 200;
    private readonly LayerDefinition definition;
    private readonly ArrayBufferWriter<byte> wkb = new();
    private readonly FeatureAsRow admitted = new();
    private long? previousId;

    /// <summary>Judges the definition too.</summary>
    /// <exception cref="ArgumentException">The definition contradicts itself; a bug of whoever made it.</exception>
    public FeatureAdmission(LayerDefinition definition)
    {
        this.definition = definition;
        CheckName(definition.Id, "layer");
        foreach (var property in definition.Properties)
            CheckName(property.Name, "property");
        if (definition.Properties.DistinctBy(p => p.Name).Count() != definition.Properties.Count)
            throw new ArgumentException($"Layer '{definition.Id}' has two properties of one name.", nameof(definition));
        CheckTime(definition.TimeStartProperty);
        CheckTime(definition.TimeEndProperty);
    }

    /// <summary>The feature as it is to be written.</summary>
    /// <exception cref="InvalidFeatureException">It does not fit its layer.</exception>
    public AdmittedFeature Admit(Feature feature)
    {
        if (feature.Id < 1 || feature.Id <= previousId)
            throw Refusal(feature, $"ids ascend from 1; the id before was {previousId ?? 0}");
        previousId = feature.Id;
        return AdmitAlone(feature);
    }

    /// <summary>The same for a row of a store. One that is in the stored form already, as nearly all are, is taken as its bytes lie.</summary>
    /// <exception cref="InvalidFeatureException">It does not fit its layer.</exception>
    public AdmittedFeature Admit(FeatureRow row)
    {
        if (row.Id < 1 || row.Id <= previousId || !IsPlain(row, out var extent))
            return Admit(row.ToFeature());
        previousId = row.Id;
        return new(row.Id, wkb.WrittenMemory, IsEmpty: false, HasZ: false, extent, row);
    }

    /// <summary>The same for a feature that may come in any order.</summary>
    /// <exception cref="InvalidFeatureException">It does not fit its layer.</exception>
    public AdmittedFeature AdmitAlone(Feature feature)
    {
        if (feature.Values.Count != definition.Properties.Count)
            throw Refusal(feature, $"{feature.Values.Count} values came for {definition.Properties.Count} properties");
        var geometry = AdmitGeometry(feature);
        var hasZ = wkb.WrittenCount > 0 && WkbType.Of(BitConverter.ToUInt32(wkb.WrittenSpan[1..5])).HasZ;
        return new(feature.Id, wkb.WrittenMemory, geometry?.IsEmpty ?? false, hasZ, ExtentOf(geometry), admitted.Take(feature with { Values = AdmitValues(feature) }));
    }

    /// <summary>Whether a value, not null, has the CLR type that carries the property type.</summary>
    public static bool IsOfType(object value, PropertyType type) => type switch
    {
        PropertyType.Text => value is string,
        PropertyType.Integer => value is long,
        PropertyType.Number => value is double,
        PropertyType.Boolean => value is bool,
        PropertyType.Date => value is DateOnly,
        _ => value is DateTime,
    };

    private bool IsPlain(FeatureRow row, out Extent? extent)
    {
        wkb.ResetWrittenCount();
        extent = null;
        var bytes = row.Wkb;
        if (!bytes.IsEmpty)
        {
            if (!PlainWkb.IsCertain(bytes, definition.GeometryKind))
                return false;
            extent = WkbExtent.Of(bytes);
            wkb.Write(bytes);
        }
        for (var i = 0; i < definition.Properties.Count; i++)
        {
            if (!row.IsNull(i) && !IsPlain(row, i))
                return false;
        }
        return true;
    }

    private bool IsPlain(FeatureRow row, int index) => definition.Properties[index].Type switch
    {
        PropertyType.Text => !row.Text(index).Contains((byte)0),
        PropertyType.Number => row.Number(index) is var number && double.IsFinite(number) && !(number == 0 && double.IsNegative(number)),
        PropertyType.DateTime => row.Moment(index) is { Kind: DateTimeKind.Utc } moment && moment.Ticks % TimeSpan.TicksPerMicrosecond == 0,
        _ => true,
    };

    private Geometry? AdmitGeometry(Feature feature)
    {
        wkb.ResetWrittenCount();
        if (feature.Geometry is null)
            return null;
        var geometry = OfLayersKind(feature.Geometry)
            ?? throw Refusal(feature, $"a geometry of type {feature.Geometry.GeometryType} does not belong in a layer of {definition.GeometryKind}");
        try
        {
            CanonicalWkb.Write(geometry, wkb);
        }
        catch (FormatException fault)
        {
            throw Refusal(feature, fault.Message, fault);
        }
        return WkbScan.FindFault(wkb.WrittenSpan) is { } problem ? throw Refusal(feature, problem) : geometry;
    }

    private Geometry? OfLayersKind(Geometry geometry) => (definition.GeometryKind, geometry) switch
    {
        (GeometryKind.Geometry, _) => geometry,
        (GeometryKind.Point, Point) or (GeometryKind.LineString, LineString) or (GeometryKind.Polygon, Polygon) => geometry,
        (GeometryKind.MultiPoint, MultiPoint) or (GeometryKind.MultiLineString, MultiLineString) or (GeometryKind.MultiPolygon, MultiPolygon) => geometry,
        (GeometryKind.MultiPoint, Point point) => geometry.Factory.CreateMultiPoint(point.IsEmpty ? [] : [point]),
        (GeometryKind.MultiLineString, LineString line) => geometry.Factory.CreateMultiLineString(line.IsEmpty ? [] : [line]),
        (GeometryKind.MultiPolygon, Polygon polygon) => geometry.Factory.CreateMultiPolygon(polygon.IsEmpty ? [] : [polygon]),
        _ => null,
    };

    private object?[] AdmitValues(Feature feature)
    {
        var values = new object?[feature.Values.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = AdmitValue(feature, definition.Properties[i], feature.Values[i]);
        return values;
    }

    private object? AdmitValue(Feature feature, PropertyDefinition property, object? value)
    {
        if (value is not null && !IsOfType(value, property.Type))
            throw Refusal(feature, $"property '{property.Name}' is of type {property.Type}; a value of type {value.GetType().Name} came");
        return value switch
        {
            double number when !double.IsFinite(number) => throw Refusal(feature, FormattableString.Invariant($"property '{property.Name}' is {number}; numbers are finite")),
            double and 0 => 0.0,
            string text => AdmitText(feature, property, text),
            DateTime moment => AdmitMoment(feature, property, moment),
            _ => value,
        };
    }

    private string AdmitText(Feature feature, PropertyDefinition property, string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw Refusal(feature, $"property '{property.Name}' holds a NUL character");
        try
        {
            return Ascii.IsValid(text) || text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException fault)
        {
            throw Refusal(feature, $"property '{property.Name}' is not valid Unicode", fault);
        }
    }

    private DateTime AdmitMoment(Feature feature, PropertyDefinition property, DateTime moment)
    {
        if (moment.Kind != DateTimeKind.Utc)
            throw Refusal(feature, $"property '{property.Name}' is a moment of kind {moment.Kind}; moments are UTC");
        return moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static Extent? ExtentOf(Geometry? geometry) =>
        geometry is null || geometry.IsEmpty || geometry.EnvelopeInternal is not { } e ? null : new Extent(e.MinX, e.MinY, e.MaxX, e.MaxY);

    private void CheckName(string name, string what)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
            throw new ArgumentException($"Layer '{definition.Id}': a {what} name has 1 to {LongestName} characters and no control characters; '{name}' came.", nameof(name));
    }

    private void CheckTime(string? name)
    {
        if (name is not null && !definition.Properties.Any(p => p.Name == name && p.Type is PropertyType.Date or PropertyType.DateTime))
            throw new ArgumentException($"Layer '{definition.Id}': the time property '{name}' is not a date or date-time property of it.", nameof(name));
    }

    private InvalidFeatureException Refusal(Feature feature, string problem, Exception? cause = null) =>
        new(definition.Id, feature.Id, problem, cause);
}
