using System.Globalization;
using Geo.Engine.Features;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>The table <c>soctrang_history</c>: entries are added and read, and the file itself refuses to change or remove one.</summary>
internal static class GeoPackageHistory
{
    private const string Table = GeoPackageSchema.OwnPrefix + "history";
    private const string MomentForm = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    private const string Schema = $"""
        CREATE TABLE IF NOT EXISTS {Table} (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            layer_id TEXT NOT NULL,
            feature_id INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            kind TEXT NOT NULL,
            editor TEXT NOT NULL,
            moment DATETIME NOT NULL,
            request_id TEXT,
            system TEXT NOT NULL,
            geometry_before BLOB,
            values_before TEXT,
            geometry_after BLOB,
            values_after TEXT);
        CREATE INDEX IF NOT EXISTS {Table}_of_feature ON {Table} (layer_id, feature_id, sequence);
        CREATE INDEX IF NOT EXISTS {Table}_of_layer ON {Table} (layer_id, sequence);
        CREATE TRIGGER IF NOT EXISTS {Table}_unchanged BEFORE UPDATE ON {Table}
        BEGIN SELECT RAISE(ABORT, 'the history of edits is only added to'); END;
        CREATE TRIGGER IF NOT EXISTS {Table}_kept BEFORE DELETE ON {Table}
        BEGIN SELECT RAISE(ABORT, 'the history of edits is only added to'); END;
        """;

    /// <summary>Makes the table where it is missing.</summary>
    public static void Ensure(GeoPackageConnection connection) => connection.Execute(Schema);

    /// <summary>The greatest id of a feature of the layer that the history speaks of; 0 when it speaks of none.</summary>
    public static long LastId(GeoPackageConnection connection, string layerId) =>
        (long)(connection.Scalar($"SELECT max(feature_id) FROM {Table} WHERE layer_id = $id", ("$id", layerId)) ?? 0L);

    /// <summary>Adds an entry.</summary>
    public static void Add(GeoPackageConnection connection, LayerEdits edits, long revision, DateTime moment, FeatureRowChange change) => connection.Execute(
        $"""
        INSERT INTO {Table} ({HistoryRow.Columns})
        VALUES (NULL, $layer, $feature, $revision, $kind, $editor, $moment, $request, $system, $wkb_before, $values_before, $wkb_after, $values_after)
        """,
        ("$layer", edits.Layer.Id), ("$feature", change.FeatureId), ("$revision", revision), ("$kind", HistoryRow.WordOf(change.Kind)),
        ("$editor", edits.Editor), ("$moment", moment.ToString(MomentForm, CultureInfo.InvariantCulture)), ("$request", edits.RequestId),
        ("$system", edits.Layer.Definition.System.Code), ("$wkb_before", change.Was?.Wkb), ("$values_before", change.Was?.Values),
        ("$wkb_after", change.Is?.Wkb), ("$values_after", change.Is?.Values));

    /// <summary>Entries, the newest first.</summary>
    public static IReadOnlyList<FeatureChange> Read(GeoPackageConnection connection, HistoryQuery query)
    {
        if (!GeoPackageSchema.HasTable(connection, Table))
            return [];
        return connection.Rows(
            $"""
            SELECT {HistoryRow.Columns} FROM {Table}
            WHERE layer_id = $layer AND ($feature IS NULL OR feature_id = $feature) AND ($before IS NULL OR sequence < $before)
            ORDER BY sequence DESC LIMIT $limit
            """,
            Entry, ("$layer", query.LayerId), ("$feature", query.FeatureId), ("$before", query.Before), ("$limit", query.Limit));
    }

    private static FeatureChange Entry(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), HistoryRow.KindOf(row.GetString(4)), row.GetString(5),
        DateTime.ParseExact(row.GetString(6), MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        Text(row, 7), HistoryRow.VersionOf(row.GetString(8), Bytes(row, 9), Text(row, 10)), HistoryRow.VersionOf(row.GetString(8), Bytes(row, 11), Text(row, 12)));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static byte[]? Bytes(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
