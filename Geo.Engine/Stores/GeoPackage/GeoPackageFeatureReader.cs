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
        var sql = new GeoPackageSql(table, command);
        command.CommandText = $"SELECT {Columns()} FROM {table.Sql} WHERE {Conditions(query, matcher, sql)} ORDER BY {sql.OrderBy(query)}";
        return command;
    }

    /// <summary>Whether <see cref="DecodeRow"/> can answer: nothing but boxes.</summary>
    public static bool IsPlain(FeatureQuery query) =>
        query is { Filter: null, Time: null, AfterId: null, Limit: null, SortBy.Count: 0, PropertyEquals.Count: 0 };

    /// <summary>Rows that may match a plain query, in no order.</summary>
    public SqliteCommand SelectRows(FeatureQuery query, bool withValues)
    {
        var command = connection.Command("");
        command.CommandText = $"SELECT {Columns(withValues)} FROM {table.Sql} WHERE {Conditions(query, Matcher(query), new GeoPackageSql(table, command))}";
        return command;
    }

    /// <summary>The current row with its geometry as bytes; null where it has none.</summary>
    /// <exception cref="InvalidFeatureException">Something in it is damaged.</exception>
    public FeatureRow? DecodeRow(SqliteDataReader row, bool withValues)
    {
        if (table.Columns.Geometry is null || row.IsDBNull(1))
            return null;
        var id = row.GetInt64(0);
        return new FeatureRow(id, WkbOf(id, row.GetValue(1)), withValues ? DecodeValues(id, row, 2) : []);
    }

    /// <summary>The number of rows that match, where the database can tell; null where each has to be looked at.</summary>
    public SqliteCommand? Count(FeatureQuery query, FeatureMatcher matcher)
    {
        var command = connection.Command("");
        var sql = new GeoPackageSql(table, command);
        if (!matcher.OnlyEqualities || matcher.Equalities.Any(e => !sql.Compares(e.Property)))
            return null;
        command.CommandText = $"SELECT count(*) FROM {table.Sql} WHERE {Conditions(query with { AfterId = null }, matcher, sql)}";
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
        var geometry = table.Columns.Geometry is null ? null : DecodeGeometry(id, row.GetValue(1));
        return new Feature(id, geometry, DecodeValues(row));
    }

    /// <summary>The values in the current row.</summary>
    /// <exception cref="InvalidFeatureException">One of them is damaged.</exception>
    public object?[] DecodeValues(SqliteDataReader row) => DecodeValues(row.GetInt64(0), row, table.Columns.Geometry is null ? 1 : 2);

    private object?[] DecodeValues(long id, SqliteDataReader row, int first)
    {
        var values = new object?[Definition.Properties.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = row.IsDBNull(first + i) ? null : DecodeValue(id, row.GetValue(first + i), Definition.Properties[i]);
        return values;
    }

    private Geometry? DecodeGeometry(long id, object value)
    {
        if (value is DBNull)
            return null;
        try
        {
            return CanonicalWkb.Read(WkbOf(id, value).Span, builder);
        }
        catch (FormatException fault)
        {
            throw new InvalidFeatureException(table.Layer.Id, id, fault.Message, fault);
        }
    }

    private ReadOnlyMemory<byte> WkbOf(long id, object value)
    {
        try
        {
            return value is byte[] blob ? GeometryBlob.Wkb(blob) : throw new FormatException("the geometry is a number or text");
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

    private string Columns(bool withValues = true)
    {
        IEnumerable<string> names = [table.Columns.Id, .. table.Columns.Geometry is { } geometry ? [geometry] : Array.Empty<string>(), .. withValues ? table.Columns.Properties : []];
        return string.Join(", ", names.Select(Quoted));
    }

    /// <summary>Decides what the database cannot.</summary>
    public FeatureMatcher Matcher(FeatureQuery query)
    {
        using var unused = connection.Command("");
        return new FeatureMatcher(Definition, FilterSql.Decides(new GeoPackageSql(table, unused), query) ? query with { Filter = null } : query);
    }

    private string Conditions(FeatureQuery query, FeatureMatcher matcher, GeoPackageSql sql)
    {
        var conditions = new List<string> { "1" };
        if (sql.BesidePlace(query) is { } beside)
            conditions.Add(beside);
        if (query.Boxes is { } boxes && sql.MayMeet(BoxPrefilter.In(Definition.System, boxes, query.BoxSystem), orHaveNone: true) is { } meets)
            conditions.Add(meets);
        conditions.AddRange(matcher.Equalities.Where(e => sql.Compares(e.Property)).Select(e => $"{sql.Column(e.Property)} = {sql.Parameter(e.Value)}"));
        if (query.Filter is { } filter && new FilterSql(sql).Of(filter) is { } condition)
            conditions.Add(condition.Sql);
        return string.Join(" AND ", conditions);
    }

    private static string Quoted(string name) => SqlName.Quote(name);
}
