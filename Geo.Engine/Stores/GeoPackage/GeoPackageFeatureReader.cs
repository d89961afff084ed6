using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>Turns a query into SQL, and rows into features. The SQL asks for no less than what can match.</summary>
internal sealed class GeoPackageFeatureReader
{
    private readonly GeoPackageConnection connection;
    private readonly GeoPackageTable table;
    private readonly WkbBuilder builder;

    public GeoPackageFeatureReader(GeoPackageConnection connection, GeoPackageTable table)
    {
        this.connection = connection;
        this.table = table;
        builder = new WkbBuilder(new GeometryFactory(new PrecisionModel(), table.Layer.Definition.System.Srid));
    }

    private LayerDefinition Definition => table.Layer.Definition;

    /// <summary>Rows that may match, in ascending order of id.</summary>
    public SqliteCommand Select(FeatureQuery query, FeatureMatcher matcher)
    {
        var command = connection.Command("");
        command.CommandText = $"SELECT {Columns()} FROM {table.Sql} WHERE {Conditions(query, matcher, command)} ORDER BY {Quoted(table.Columns.Id)}";
        if (query.AfterId is { } after)
            command.Parameters.AddWithValue("$after", after);
        return command;
    }

    /// <summary>The number of rows that match, where the database can tell; null where each has to be looked at.</summary>
    public SqliteCommand? Count(FeatureQuery query, FeatureMatcher matcher)
    {
        if (!matcher.OnlyEqualities || matcher.Equalities.Any(e => !CanAskDatabase(e.Property)))
            return null;
        var command = connection.Command("");
        command.CommandText = $"SELECT count(*) FROM {table.Sql} WHERE {Conditions(query with { AfterId = null }, matcher, command)}";
        return command;
    }

    /// <summary>One row by its id.</summary>
    public SqliteCommand SelectOne(long id) =>
        connection.Command($"SELECT {Columns()} FROM {table.Sql} WHERE {Quoted(table.Columns.Id)} = $id", ("$id", id));

    /// <summary>The feature in the current row.</summary>
    /// <exception cref="InvalidFeatureException">Something in it is damaged.</exception>
    public Feature Decode(SqliteDataReader row)
    {
        var id = row.GetInt64(0);
        var first = table.Columns.Geometry is null ? 1 : 2;
        var geometry = table.Columns.Geometry is null ? null : DecodeGeometry(id, row.GetValue(1));
        var values = new object?[Definition.Properties.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = row.IsDBNull(first + i) ? null : DecodeValue(id, row.GetValue(first + i), Definition.Properties[i]);
        return new Feature(id, geometry, values);
    }

    private Geometry? DecodeGeometry(long id, object value)
    {
        if (value is DBNull)
            return null;
        try
        {
            return value is byte[] blob
                ? CanonicalWkb.Read(GeometryBlob.Wkb(blob), builder)
                : throw new FormatException("the geometry is a number or text");
        }
        catch (FormatException fault)
        {
            throw new InvalidFeatureException(table.Layer.Id, id, fault.Message, fault);
        }
    }

    private object? DecodeValue(long id, object value, PropertyDefinition property)
    {
        try
        {
            return SqliteValue.Decode(value, property.Type);
        }
        catch (FormatException fault)
        {
            throw new InvalidFeatureException(table.Layer.Id, id, $"property '{property.Name}': {fault.Message}", fault);
        }
    }

    private string Columns()
    {
        IEnumerable<string> names = [table.Columns.Id, .. table.Columns.Geometry is { } geometry ? [geometry] : Array.Empty<string>(), .. table.Columns.Properties];
        return string.Join(", ", names.Select(Quoted));
    }

    private string Conditions(FeatureQuery query, FeatureMatcher matcher, SqliteCommand command)
    {
        var conditions = new List<string> { "1" };
        if (query.AfterId is not null)
            conditions.Add($"{Quoted(table.Columns.Id)} > $after");
        if (query.Boxes is { } boxes && table.RTree is not null)
            conditions.Add(InBoxes(BoxPrefilter.In(Definition.System, boxes), command));
        foreach (var (index, value) in matcher.Equalities.Where(e => CanAskDatabase(e.Property)))
        {
            conditions.Add($"{Quoted(table.Columns.Properties[index])} = $p{index}");
            command.Parameters.AddWithValue($"$p{index}", SqliteValue.Encode(value));
        }
        return string.Join(" AND ", conditions);
    }

    // Other programs write a truth value or a date in many ways, and texts that are not NFC.
    private bool CanAskDatabase(int property) => table.IsOurs || Definition.Properties[property].Type == PropertyType.Integer;

    private string InBoxes(IReadOnlyList<Extent> boxes, SqliteCommand command)
    {
        var (id, geometry) = (Quoted(table.Columns.Id), Quoted(table.Columns.Geometry ?? ""));
        var selects = boxes.Select((box, i) =>
        {
            command.Parameters.AddWithValue($"$minx{i}", box.MinX);
            command.Parameters.AddWithValue($"$maxx{i}", box.MaxX);
            command.Parameters.AddWithValue($"$miny{i}", box.MinY);
            command.Parameters.AddWithValue($"$maxy{i}", box.MaxY);
            return $"SELECT id FROM {Quoted(table.RTree ?? "")} WHERE maxx >= $minx{i} AND minx <= $maxx{i} AND maxy >= $miny{i} AND miny <= $maxy{i}";
        });
        // Rows without geometry match every box; a partial index makes them quick to find in our own tables.
        return $"{id} IN ({string.Join(" UNION ALL ", selects.Append($"SELECT {id} FROM {table.Sql} WHERE {geometry} IS NULL"))})";
    }

    private static string Quoted(string name) => SqlName.Quote(name);
}
