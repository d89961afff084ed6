using System.Data;
using System.Runtime.CompilerServices;
using Geo.Engine.Features;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>Turns a query into SQL and reads its rows. The SQL asks for no less than what can match.</summary>
internal sealed class PostGisFeatureReader
{
    private const int RowsPerFetch = 1000;
    private const int MostPortions = 16;
    private const int MostRowsOfPage = 10_001;

    private readonly PostGisTable table;
    private readonly FeatureQuery query;
    private readonly FeatureMatcher matcher;
    private readonly bool isKept;

    /// <summary>For a query.</summary>
    /// <param name="table">The table.</param>
    /// <param name="query">What is asked of it.</param>
    /// <param name="isKept">Whether statements that are asked again and again stay prepared on their connection.</param>
    public PostGisFeatureReader(PostGisTable table, FeatureQuery query, bool isKept = false)
    {
        this.isKept = isKept;
        this.table = table;
        this.query = query;
        var decided = query.IsForDrawing ? query with { Boxes = null } : query;
        matcher = new FeatureMatcher(table.Definition, query.Filter is { } filter && FilterSql.Decides(new PostGisSql(table, new NpgsqlCommand().Parameters), filter) ? decided with { Filter = null } : decided);
    }

    /// <summary>
    /// The rows that match, from one state of the table. They come in portions through a cursor, so that neither side holds them all and a
    /// reader that stops early costs little; a short page, and what is wanted as a whole in any order, needs one statement only.
    /// </summary>
    public async IAsyncEnumerable<FeatureRow> ReadAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isOnePortion = query.IsForDrawing || (matcher.OnlyEqualities && query.Limit <= RowsPerFetch);
        await using var transaction = isOnePortion ? null : await connection.BeginTransactionAsync(IsPageOfBox ? IsolationLevel.RepeatableRead : IsolationLevel.ReadCommitted, cancellation);
        var left = query.Limit ?? long.MaxValue;
        var toSkip = SkipsRows ? 0 : query.Offset;
        var asked = isOnePortion ? WholeCommand(connection) : FirstPortion(connection);
        var row = default(PostGisRow);
        var (wanted, rowsInPortion, total) = (RowsInPortion, 0L, 0L);
        for (var portions = 1; ; asked = NextPortions(connection, portions = row.IsWide ? 1 : Math.Min(portions * 2, MostPortions), total))
        {
            await using var owned = asked;
            if (isOnePortion && isKept && IsCommon)
                await asked.PrepareAsync(cancellation);
            await using var rows = await asked.ExecuteReaderAsync(cancellation);
            row ??= new PostGisRow(table, rows, HasValues);
            row.Reader = rows;
            do
            {
                rowsInPortion = 0;
                while (left > 0 && await rows.ReadAsync(cancellation))
                {
                    rowsInPortion++;
                    row.Move();
                    if (!matcher.Matches(row, isEqual: true) || toSkip-- > 0)
                        continue;
                    left--;
                    yield return row;
                }
                total += rowsInPortion;
            }
            while (left > 0 && rowsInPortion == wanted && await rows.NextResultAsync(cancellation));
            if (isOnePortion || left == 0 || rowsInPortion < wanted)
                break;
            wanted = IsPageOfBox ? total : wanted;
        }
    }

    /// <summary>The values of the rows with some ids.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<object?>>> FindValuesAsync(NpgsqlConnection connection, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT {Columns(geometry: "NULL::bytea")} FROM {table.Sql} WHERE {SqlName.Quote(table.Columns.Id)} = ANY($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. ids] });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var values = new Dictionary<long, IReadOnlyList<object?>>(ids.Count);
        var row = new PostGisRow(table, rows);
        while (await rows.ReadAsync(cancellation))
            values[row.Id] = row.Values;
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

    /// <summary>The ids of every so-manieth row.</summary>
    public async Task<IReadOnlyList<long>> FindMilestonesAsync(NpgsqlConnection connection, int every, CancellationToken cancellation)
    {
        var id = SqlName.Quote(table.Columns.Id);
        await using var command = new NpgsqlCommand($"SELECT {id} FROM (SELECT {id}, row_number() OVER (ORDER BY {id}) AS number FROM {table.Sql}) AS numbered WHERE number % $1 = 0", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = every });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var milestones = new List<long>();
        while (await rows.ReadAsync(cancellation))
            milestones.Add(rows.GetInt64(0));
        return milestones;
    }

    /// <summary>One row by its id.</summary>
    public async Task<Feature?> FindAsync(NpgsqlConnection connection, long id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT {Columns()} FROM {table.Sql} WHERE {SqlName.Quote(table.Columns.Id)} = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        if (isKept)
            await command.PrepareAsync(cancellation);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? new PostGisRow(table, rows).ToFeature() : null;
    }

    // With the inner limit, which is a number, the planner sees that few rows are meant whatever the parameter says: it then keeps one plan, where planning a page
    // anew each time would cost a quarter of reading it.
    private NpgsqlBatch WholeCommand(NpgsqlConnection connection)
    {
        var select = new NpgsqlBatchCommand();
        select.CommandText = Select(select.Parameters);
        if (query.Limit is { } limit)
            select.CommandText = $"SELECT * FROM ({select.CommandText} LIMIT {RowsPerFetch}) AS few LIMIT {new PostGisSql(table, select.Parameters).Parameter((long)limit)}";
        return new NpgsqlBatch(connection) { BatchCommands = { select } };
    }

    // The planner is told that all rows will be asked for: else it walks the primary key for a box that the spatial index knows at once.
    private NpgsqlBatch FirstPortion(NpgsqlConnection connection)
    {
        if (IsPageOfBox)
            return PortionOfBox(connection, RowsInPortion, passed: 0);
        var declare = new NpgsqlBatchCommand();
        declare.CommandText = $"DECLARE portions NO SCROLL CURSOR FOR {Select(declare.Parameters)}";
        return new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand("SET LOCAL cursor_tuple_fraction = 1"), declare, new NpgsqlBatchCommand($"FETCH {RowsInPortion} FROM portions") },
        };
    }

    // Several at once: the database reads the next while the one before is written. A reader that stops early has the rest sent in vain, so they are few where rows are wide, and
    // never many more than those that were read.
    private NpgsqlBatch NextPortions(NpgsqlConnection connection, int count, long passed)
    {
        if (IsPageOfBox)
            return PortionOfBox(connection, passed, passed);
        var fetches = new NpgsqlBatch(connection);
        for (var i = 0; i < count; i++)
            fetches.BatchCommands.Add(new NpgsqlBatchCommand($"FETCH {RowsInPortion} FROM portions"));
        return fetches;
    }

    // A cursor costs the database a third of reading a page, which nearly always comes with the first portion. The rows are ordered within, where the planner does not
    // see the limit: else it walks the primary key for a box that the spatial index knows at once. The plan is for this very box.
    private NpgsqlBatch PortionOfBox(NpgsqlConnection connection, long count, long passed)
    {
        var select = new NpgsqlBatchCommand();
        var sql = new PostGisSql(table, select.Parameters);
        var order = sql.OrderBy(query);
        select.CommandText = $"SELECT {Columns(HasValues)} FROM (SELECT * FROM {table.Sql} WHERE {Conditions(sql)} ORDER BY {order}) AS found ORDER BY {order} LIMIT {sql.Parameter(count)} OFFSET {sql.Parameter(passed)}";
        return new NpgsqlBatch(connection) { BatchCommands = { select } };
    }

    private string Select(NpgsqlParameterCollection parameters)
    {
        var sql = new PostGisSql(table, parameters);
        return $"SELECT {Columns(HasValues)} FROM {table.Sql} WHERE {Conditions(sql)}{(query.IsForDrawing ? "" : $" ORDER BY {sql.OrderBy(query)}")}{(query.Offset > 0 && SkipsRows ? $" OFFSET {sql.Parameter((long)query.Offset)}" : "")}";
    }

    // A page takes a portion of its own size, and a little for those that only nearly match.
    private long RowsInPortion => query.Limit is { } limit and <= MostRowsOfPage ? Math.Max(16, limit + (limit / 8)) : RowsPerFetch;

    private bool IsPageOfBox => matcher.OnlyBoxes && query.Limit <= MostRowsOfPage && query.Offset == 0 && !query.IsForDrawing;

    // Pages and boxes of maps have few shapes; filters have as many as people think of, and each prepared statement takes memory of the server. A FETCH is
    // never kept: it has one text for rows of many shapes, and Npgsql would read them by the first.
    private bool IsCommon => query.Filter is null && query.Search is null && query.SortBy.Count <= 1 && query.PropertyEquals.Count <= 1;

    // Where the database decides by itself which rows match, it passes over those before the offset too.
    private bool SkipsRows => matcher.OnlyEqualities && !query.IsForDrawing;

    private bool HasValues => !query.WithoutValues || !matcher.OnlyEqualities;

    private string Columns(bool withValues = true, string? geometry = null)
    {
        var shape = table.Columns.Geometry is { } name ? [geometry ?? $"ST_AsBinary({SqlName.Quote(name)})"] : Array.Empty<string>();
        return string.Join(", ", [SqlName.Quote(table.Columns.Id), .. shape, .. withValues ? table.Columns.Properties.Select(SqlName.Quote) : []]);
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
}
