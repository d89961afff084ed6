using System.Runtime.CompilerServices;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Turns a query into SQL, and rows into features. The SQL asks for no less than what can match. Geometry comes as WKB and is looked
/// through before NetTopologySuite sees it, which Npgsql's own plug-in would not do.
/// </summary>
internal sealed class PostGisFeatureReader
{
    private const int RowsPerFetch = 1000;
    private readonly PostGisTable table;
    private readonly FeatureQuery query;
    private readonly FeatureMatcher matcher;
    private readonly WkbBuilder builder;

    public PostGisFeatureReader(PostGisTable table, FeatureQuery query)
    {
        this.table = table;
        this.query = query;
        matcher = new FeatureMatcher(table.Definition, FilterSql.Decides(new PostGisSql(table, new NpgsqlCommand().Parameters), query) ? query with { Filter = null } : query);
        builder = new WkbBuilder(new GeometryFactory(new PrecisionModel(), table.Definition.System.Srid));
    }

    /// <summary>
    /// The features that match, from one state of the table. Rows come in portions through a cursor, so that neither side holds them all and a
    /// reader that stops early costs nothing; a short page needs one statement only.
    /// </summary>
    public async IAsyncEnumerable<Feature> ReadAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isOnePortion = matcher.OnlyEqualities && query.Limit <= RowsPerFetch;
        await using var transaction = isOnePortion ? null : await connection.BeginTransactionAsync(cancellation);
        var left = query.Limit ?? long.MaxValue;
        var portion = isOnePortion ? PageCommand(connection) : FirstPortion(connection);
        for (var rowsInPortion = RowsPerFetch; left > 0 && rowsInPortion == RowsPerFetch; portion = NextPortion(connection))
        {
            rowsInPortion = 0;
            await using var owned = portion;
            await using var rows = await portion.ExecuteReaderAsync(cancellation);
            while (left > 0 && await rows.ReadAsync(cancellation))
            {
                rowsInPortion++;
                var feature = Decode(rows);
                if (!matcher.Matches(feature))
                    continue;
                left--;
                yield return feature;
            }
            if (isOnePortion)
                break;
        }
    }

    /// <summary>Whether <see cref="ReadRowsAsync"/> can answer: nothing but boxes and equal values, which SQL asks for.</summary>
    public static bool IsPlain(FeatureQuery query) =>
        query is { Filter: null, Time: null, AfterId: null, Limit: null, SortBy.Count: 0 };

    /// <summary>The rows with a geometry that may match a plain query, as one statement: who draws wants them all.</summary>
    public async IAsyncEnumerable<FeatureRow> ReadRowsAsync(NpgsqlConnection connection, bool withValues, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (table.Columns.Geometry is null)
            yield break;
        await using var command = new NpgsqlCommand { Connection = connection };
        command.CommandText = $"SELECT {Columns(withValues)} FROM {table.Sql} WHERE {Conditions(new PostGisSql(table, command.Parameters))}";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            if (!rows.IsDBNull(1))
                yield return new FeatureRow(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), withValues ? DecodeValues(rows, 2) : []);
        }
    }

    /// <summary>The values of the rows with some ids.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<object?>>> FindValuesAsync(NpgsqlConnection connection, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var columns = string.Join(", ", table.Columns.Properties.Prepend(table.Columns.Id).Select(SqlName.Quote));
        await using var command = new NpgsqlCommand($"SELECT {columns} FROM {table.Sql} WHERE {SqlName.Quote(table.Columns.Id)} = ANY($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var values = new Dictionary<long, IReadOnlyList<object?>>(ids.Count);
        while (await rows.ReadAsync(cancellation))
            values[rows.GetInt64(0)] = DecodeValues(rows, 1);
        return values;
    }

    /// <summary>The number of features that match, where the database can tell by itself; else null.</summary>
    public NpgsqlCommand? Count(NpgsqlConnection connection)
    {
        if (!matcher.OnlyEqualities)
            return null;
        var command = new NpgsqlCommand { Connection = connection };
        command.CommandText = $"SELECT count(*) FROM {table.Sql} WHERE {Conditions(new PostGisSql(table, command.Parameters))}";
        return command;
    }

    /// <summary>One row by its id.</summary>
    public async Task<Feature?> FindAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT {Columns()} FROM {table.Sql} WHERE {SqlName.Quote(table.Columns.Id)} = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? Decode(rows) : null;
    }

    private NpgsqlBatch PageCommand(NpgsqlConnection connection)
    {
        var select = new NpgsqlBatchCommand();
        select.CommandText = Select(select.Parameters) + FormattableString.Invariant($" LIMIT {query.Limit}");
        return new NpgsqlBatch(connection) { BatchCommands = { select } };
    }

    // The planner is told that all rows will be asked for: else it walks the primary key for a box that the spatial index knows at once.
    private NpgsqlBatch FirstPortion(NpgsqlConnection connection)
    {
        var declare = new NpgsqlBatchCommand();
        declare.CommandText = $"DECLARE portions NO SCROLL CURSOR FOR {Select(declare.Parameters)}";
        return new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand("SET LOCAL cursor_tuple_fraction = 1"), declare, new NpgsqlBatchCommand($"FETCH {RowsPerFetch} FROM portions") },
        };
    }

    private static NpgsqlBatch NextPortion(NpgsqlConnection connection) =>
        new(connection) { BatchCommands = { new NpgsqlBatchCommand($"FETCH {RowsPerFetch} FROM portions") } };

    private string Select(NpgsqlParameterCollection parameters)
    {
        var sql = new PostGisSql(table, parameters);
        return $"SELECT {Columns()} FROM {table.Sql} WHERE {Conditions(sql)} ORDER BY {sql.OrderBy(query)}";
    }

    private string Columns(bool withValues = true)
    {
        var geometry = table.Columns.Geometry is { } name ? [$"ST_AsBinary({SqlName.Quote(name)})"] : Array.Empty<string>();
        return string.Join(", ", [SqlName.Quote(table.Columns.Id), .. geometry, .. withValues ? table.Columns.Properties.Select(SqlName.Quote) : []]);
    }

    private string Conditions(PostGisSql sql)
    {
        var conditions = new List<string> { "true" };
        if (sql.BesidePlace(query) is { } beside)
            conditions.Add(beside);
        if (query.Boxes is { } boxes && sql.MayMeet(BoxPrefilter.In(table.Definition.System, boxes, query.BoxSystem), orHaveNone: true) is { } meets)
            conditions.Add(meets);
        conditions.AddRange(matcher.Equalities.Select(e => $"{sql.Column(e.Property)} = {sql.Parameter(e.Value)}"));
        if (query.Filter is { } filter && new FilterSql(sql).Of(filter) is { } condition)
            conditions.Add(condition.Sql);
        return string.Join(" AND ", conditions);
    }

    private Feature Decode(NpgsqlDataReader row)
    {
        var id = row.GetInt64(0);
        var first = table.Columns.Geometry is null ? 1 : 2;
        var geometry = first == 1 || row.IsDBNull(1) ? null : DecodeGeometry(id, row.GetFieldValue<byte[]>(1));
        return new Feature(id, geometry, DecodeValues(row, first));
    }

    private object?[] DecodeValues(NpgsqlDataReader row, int first)
    {
        var values = new object?[table.Definition.Properties.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = row.IsDBNull(first + i) ? null : DecodeValue(row, first + i, table.Definition.Properties[i].Type);
        return values;
    }

    private Geometry DecodeGeometry(long id, byte[] wkb)
    {
        try
        {
            return CanonicalWkb.Read(wkb, builder);
        }
        catch (FormatException fault)
        {
            throw new InvalidFeatureException(table.Definition.Id, id, fault.Message, fault);
        }
    }

    private static object DecodeValue(NpgsqlDataReader row, int column, PropertyType type) => type switch
    {
        PropertyType.Text => row.GetString(column),
        PropertyType.Integer => row.GetInt64(column),
        PropertyType.Number => row.GetDouble(column),
        PropertyType.Boolean => row.GetBoolean(column),
        PropertyType.Date => row.GetFieldValue<DateOnly>(column),
        _ => row.GetFieldValue<DateTime>(column),
    };
}
