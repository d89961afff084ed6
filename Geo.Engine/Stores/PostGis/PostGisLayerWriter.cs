using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>Loads one revision of a layer into its own table by binary COPY, inside the caller's transaction.</summary>
internal sealed class PostGisLayerWriter(NpgsqlConnection connection, PostGisTable table)
{
    private bool holdsHeights;
    private long count;
    private Extent? extent;

    /// <summary>Creates the table, fills it, builds its indexes, and says what is in it.</summary>
    public async Task<(long Count, Extent? Extent)> WriteAsync(LayerContent content, CancellationToken cancellation)
    {
        var admission = new FeatureAdmission(table.Definition);
        await ExecuteAsync(CreateTable(), cancellation);
        await LoadAsync(content, admission, cancellation);
        await ExecuteAsync(Finish(), cancellation);
        return (count, extent);
    }

    private string CreateTable()
    {
        var parts = new List<string> { $"{SqlName.Quote(table.Columns.Id)} bigint NOT NULL" };
        if (table.Columns.Geometry is { } geometry)
            parts.Add($"{SqlName.Quote(geometry)} geometry({table.Definition.GeometryKind}, {table.Definition.System.Srid})");
        parts.AddRange(table.Columns.Properties.Zip(table.Definition.Properties, (c, p) => $"{SqlName.Quote(c)} {PostGisTable.ColumnType(p.Type)}"));
        return $"CREATE TABLE {table.Sql} ({string.Join(", ", parts)})";
    }

    // The key and the index are built when all rows are in: that is several times faster.
    private string Finish()
    {
        // The second finds the rows that match every box; a search for NULL would go through all of the first.
        var index = table.Columns.Geometry is { } geometry
            ? $"CREATE INDEX ON {table.Sql} USING gist ({SqlName.Quote(geometry)}); CREATE INDEX ON {table.Sql} ({SqlName.Quote(table.Columns.Id)}) WHERE {SqlName.Quote(geometry)} IS NULL;"
            : "";
        return $"ALTER TABLE {table.Sql} ADD PRIMARY KEY ({SqlName.Quote(table.Columns.Id)}); {index} ANALYZE {table.Sql};";
    }

    private async Task LoadAsync(LayerContent content, FeatureAdmission admission, CancellationToken cancellation)
    {
        var types = table.Definition.Properties.Select(p => p.Type).ToArray();
        var copy = await BinaryCopy.BeginAsync(connection, table, cancellation);
        try
        {
            await foreach (var feature in Admission.Of(content, admission, cancellation))
            {
                if (feature.HasZ && !holdsHeights)
                    copy = await ReopenAsync(copy, cancellation);
                cancellation.ThrowIfCancellationRequested();
                WriteRow(copy, feature, types);
                await copy.SendAsync(cancellation);
            }
            await copy.CompleteAsync(cancellation);
        }
        finally
        {
            await copy.DisposeAsync();
        }
    }

    private async Task<BinaryCopy> ReopenAsync(BinaryCopy copy, CancellationToken cancellation)
    {
        await copy.CompleteAsync(cancellation);
        await ExecuteAsync(table.AllowHeights(), cancellation);
        holdsHeights = true;
        return await BinaryCopy.BeginAsync(connection, table, cancellation);
    }

    private void WriteRow(BinaryCopy copy, in AdmittedFeature feature, PropertyType[] types)
    {
        copy.BeginRow(1 + (table.Columns.Geometry is null ? 0 : 1) + types.Length);
        copy.Write(feature.Id);
        if (table.Columns.Geometry is not null && feature.HasGeometry)
            copy.WriteGeometry(feature.Wkb.Span, table.Definition.System.Srid);
        else if (table.Columns.Geometry is not null)
            copy.WriteNull();
        for (var i = 0; i < types.Length; i++)
            copy.Write(feature.Row, i, types[i]);
        count++;
        if (feature.Extent is { } box)
            extent = extent?.Union(box) ?? box;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
