using System.Text;
using System.Text.Json;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.GeoParquet;

/// <summary>What the key <c>geo</c> of a file says: learned while the features go by, written at the end.</summary>
/// <param name="column">Name of the geometry column.</param>
/// <param name="system">The system of the coordinates.</param>
internal sealed class GeoParquetMetadata(string column, CoordinateSystem system)
{
    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);
    private readonly Envelope _box = new();
    private (double Least, double Most) _heights = (double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>Takes note of a geometry.</summary>
    public void Note(Geometry? geometry)
    {
        if (geometry is null)
            return;
        _box.ExpandToInclude(geometry.EnvelopeInternal);
        var hasHeights = false;
        foreach (var height in geometry.Coordinates.Select(c => c.Z).Where(double.IsFinite))
        {
            hasHeights = true;
            _heights = (Math.Min(_heights.Least, height), Math.Max(_heights.Most, height));
        }
        _types.Add((geometry is LinearRing ? "LineString" : geometry.GeometryType) + (hasHeights ? " Z" : ""));
    }

    /// <summary>The text.</summary>
    public string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("version"u8, "1.1.0"u8);
            json.WriteString("primary_column"u8, column);
            json.WriteStartObject("columns"u8);
            json.WriteStartObject(column);
            WriteColumn(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void WriteColumn(Utf8JsonWriter json)
    {
        json.WriteString("encoding"u8, "WKB"u8);
        json.WriteStartArray("geometry_types"u8);
        foreach (var type in _types)
            json.WriteStringValue(type);
        json.WriteEndArray();
        if (!_box.IsNull)
            WriteBox(json);
        if (system.Srid == CoordinateSystems.Crs84.Srid)
            return;
        json.WritePropertyName("crs"u8);
        ProjJson.Write(json, system);
    }

    private void WriteBox(Utf8JsonWriter json)
    {
        var hasHeights = _heights.Least <= _heights.Most;
        double[] box = hasHeights
            ? [_box.MinX, _box.MinY, _heights.Least, _box.MaxX, _box.MaxY, _heights.Most]
            : [_box.MinX, _box.MinY, _box.MaxX, _box.MaxY];
        json.WriteStartArray("bbox"u8);
        foreach (var bound in box)
            json.WriteNumberValue(bound);
        json.WriteEndArray();
    }
}
