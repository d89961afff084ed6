using System.Buffers.Binary;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>Loads one revision of a layer into its own table by binary COPY, inside the caller's transaction.</summary>
internal sealed class PostGisLayerWriter(NpgsqlConnection connection, PostGisTable table)
{
    private const uint SridFlag = 0x2000_0000;
    private byte[] extended = new byte[4096];
    private bool holdsHeights;
    private long count;
    private Extent? extent;

    /// <summary>Creates the table, fills it, builds its indexes, and says what is in it.</summary>
    public async Task<(long Count, Extent? Extent)> WriteAsync(IAsyncEnumerable<Feature> features, CancellationToken cancellation)
    {
        var admission = new FeatureAdmission(table.Definition);
        await ExecuteAsync(CreateTable(), cancellation);
        await LoadAsync(features, admission, cancellation);
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
        var index = table.Columns.Geometry is { } geometry ? $"CREATE INDEX ON {table.Sql} USING gist ({SqlName.Quote(geometry)});" : "";
        return $"ALTER TABLE {table.Sql} ADD PRIMARY KEY ({SqlName.Quote(table.Columns.Id)}); {index} ANALYZE {table.Sql};";
    }

    private async Task LoadAsync(IAsyncEnumerable<Feature> features, FeatureAdmission admission, CancellationToken cancellation)
    {
        var copy = await BeginCopyAsync(cancellation);
        try
        {
            await foreach (var feature in ReadAhead.Of(features, cancellation))
            {
                var admitted = admission.Admit(feature);
                if (admitted.HasZ && !holdsHeights)
                    copy = await ReopenAsync(copy, cancellation);
                cancellation.ThrowIfCancellationRequested();
                WriteRow(copy, admitted);
            }
            await copy.CompleteAsync(cancellation);
        }
        finally
        {
            await copy.DisposeAsync();
        }
    }

    private async Task<NpgsqlBinaryImporter> ReopenAsync(NpgsqlBinaryImporter copy, CancellationToken cancellation)
    {
        await copy.CompleteAsync(cancellation);
        await copy.DisposeAsync();
        await ExecuteAsync(table.AllowHeights(), cancellation);
        holdsHeights = true;
        return await BeginCopyAsync(cancellation);
    }

    private async Task<NpgsqlBinaryImporter> BeginCopyAsync(CancellationToken cancellation)
    {
        IEnumerable<string> names = [table.Columns.Id, .. table.Columns.Geometry is { } g ? [g] : Array.Empty<string>(), .. table.Columns.Properties];
        var copy = await connection.BeginBinaryImportAsync($"COPY {table.Sql} ({string.Join(", ", names.Select(SqlName.Quote))}) FROM STDIN (FORMAT BINARY)", cancellation);
        copy.Timeout = TimeSpan.FromMinutes(10); // between two packets: a source may be slow
        return copy;
    }

    // A value goes into a buffer nearly always; waiting for each would take longer than writing it.
    private void WriteRow(NpgsqlBinaryImporter copy, in AdmittedFeature feature)
    {
        copy.StartRow();
        copy.Write(feature.Id, NpgsqlDbType.Bigint);
        if (table.Columns.Geometry is not null && feature.HasGeometry)
            copy.Write(Extend(feature.Wkb.Span), NpgsqlDbType.Bytea);
        else if (table.Columns.Geometry is not null)
            copy.WriteNull();
        foreach (var value in feature.Values)
            WriteValue(copy, value);
        count++;
        if (feature.Extent is { } box)
            extent = extent?.Union(box) ?? box;
    }

    private static void WriteValue(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null:
                copy.WriteNull();
                break;
            case string text:
                copy.Write(text, NpgsqlDbType.Text);
                break;
            case long number:
                copy.Write(number, NpgsqlDbType.Bigint);
                break;
            case double number:
                copy.Write(number, NpgsqlDbType.Double);
                break;
            case bool flag:
                copy.Write(flag, NpgsqlDbType.Boolean);
                break;
            case DateOnly date:
                copy.Write(date, NpgsqlDbType.Date);
                break;
            default:
                copy.Write((DateTime)value, NpgsqlDbType.TimestampTz);
                break;
        }
    }

    // PostGIS reads WKB with the SRID behind the type word.
    private ReadOnlyMemory<byte> Extend(ReadOnlySpan<byte> wkb)
    {
        if (extended.Length < wkb.Length + 4)
            extended = new byte[(wkb.Length + 4) * 2];
        extended[0] = wkb[0];
        BinaryPrimitives.WriteUInt32LittleEndian(extended.AsSpan(1), BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]) | SridFlag);
        BinaryPrimitives.WriteInt32LittleEndian(extended.AsSpan(5), table.Definition.System.Srid);
        wkb[5..].CopyTo(extended.AsSpan(9));
        return extended.AsMemory(0, wkb.Length + 4);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
