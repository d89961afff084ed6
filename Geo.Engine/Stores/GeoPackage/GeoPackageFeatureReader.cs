using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>Turns a query into SQL. The SQL asks for no less than what can match.</summary>
internal sealed class GeoPackageFeatureReader(GeoPackageConnection connection, GeoPackageTable table)
{
    private LayerDefinition Definition => table.Layer.Definition;

    /// <summary>Rows that may match, in the order that the query asks for.</summary>
    public BorrowedCommand Select(FeatureQuery query, FeatureMatcher matcher)
    {
        using var parts = connection.Command("");
        var sql = new GeoPackageSql(table, parts);
        var text = $"SELECT {Columns(HasValues(query, matcher))} FROM {table.Sql} WHERE {Conditions(query, matcher, sql)}{(query.IsForDrawing ? "" : $" ORDER BY {sql.OrderBy(query)}")}";
        if (query.Offset > 0 && SkipsRows(query, matcher))
            text += $" LIMIT -1 OFFSET {sql.Parameter((long)query.Offset)}";
        return connection.Borrow(text, parts.Parameters.Cast<SqliteParameter>());
    }

    /// <summary>The number of rows that match, where the database can tell; null where each has to be looked at.</summary>
    public SqliteCommand? Count(FeatureQuery query, FeatureMatcher matcher)
    {
        var command = connection.Command("");
        var sql = new GeoPackageSql(table, command);
        if (!matcher.OnlyEqualities || !DecidesEqualities(matcher))
            return null;
        command.CommandText = $"SELECT count(*) FROM {table.Sql} WHERE {Conditions(query with { AfterId = null }, matcher, sql)}";
        return command;
    }

    /// <summary>One row by its id.</summary>
    public BorrowedCommand SelectOne(long id) =>
        connection.Borrow($"SELECT {Columns()} FROM {table.Sql} WHERE {Quoted(table.Columns.Id)} = $id", [new SqliteParameter("$id", id)]);

    /// <summary>Whether the database decides the equalities of a query by itself.</summary>
    public bool DecidesEqualities(FeatureMatcher matcher) => matcher.Equalities.All(e => table.Compares(e.Property));

    /// <summary>Whether the rows of a query have their values.</summary>
    public bool HasValues(FeatureQuery query, FeatureMatcher matcher) => !query.WithoutValues || !matcher.OnlyEqualities || !DecidesEqualities(matcher);

    /// <summary>Whether the database passes over the rows before the offset: it decides by itself which match.</summary>
    public bool SkipsRows(FeatureQuery query, FeatureMatcher matcher) => !query.IsForDrawing && matcher.OnlyEqualities && DecidesEqualities(matcher);

    private string Columns(bool withValues = true)
    {
        IEnumerable<string> names = [table.Columns.Id, .. table.Columns.Geometry is { } geometry ? [geometry] : Array.Empty<string>(), .. withValues ? table.Columns.Properties : []];
        return string.Join(", ", names.Select(Quoted));
    }

    /// <summary>Decides what the database cannot.</summary>
    public FeatureMatcher Matcher(FeatureQuery query)
    {
        var decided = query.IsForDrawing ? query with { Boxes = null } : query;
        if (query.Filter is not { } filter)
            return new FeatureMatcher(Definition, decided);
        using var unused = connection.Command("");
        return new FeatureMatcher(Definition, FilterSql.Decides(new GeoPackageSql(table, unused), filter) ? decided with { Filter = null } : decided);
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
