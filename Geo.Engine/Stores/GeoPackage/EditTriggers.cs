namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// Triggers that keep a layer whole when another program edits it: the R-tree (OGC 12-128r17, annex F.3; the functions ST_… are the
/// editing program's), the number of features that GDAL keeps, and our revision.
/// </summary>
internal static class EditTriggers
{
    /// <summary>The six triggers of the R-tree extension.</summary>
    public static string ForRTree(string table, LayerColumns columns, string rtree)
    {
        var (t, c, i, r) = (SqlName.Quote(table), SqlName.Quote(columns.Geometry ?? ""), SqlName.Quote(columns.Id), SqlName.Quote(rtree));
        string Trigger(string name) => $"CREATE TRIGGER {SqlName.Quote($"{rtree}_{name}")}";
        var put = $"INSERT OR REPLACE INTO {r} VALUES (NEW.{i}, ST_MinX(NEW.{c}), ST_MaxX(NEW.{c}), ST_MinY(NEW.{c}), ST_MaxY(NEW.{c}));";
        var isThere = $"(NEW.{c} NOTNULL AND NOT ST_IsEmpty(NEW.{c}))";
        var isGone = $"(NEW.{c} ISNULL OR ST_IsEmpty(NEW.{c}))";
        return $"""
            {Trigger("insert")} AFTER INSERT ON {t} WHEN {isThere}
            BEGIN {put} END;
            {Trigger("update1")} AFTER UPDATE OF {c} ON {t} WHEN OLD.{i} = NEW.{i} AND {isThere}
            BEGIN {put} END;
            {Trigger("update2")} AFTER UPDATE OF {c} ON {t} WHEN OLD.{i} = NEW.{i} AND {isGone}
            BEGIN DELETE FROM {r} WHERE id = OLD.{i}; END;
            {Trigger("update3")} AFTER UPDATE ON {t} WHEN OLD.{i} != NEW.{i} AND {isThere}
            BEGIN DELETE FROM {r} WHERE id = OLD.{i}; {put} END;
            {Trigger("update4")} AFTER UPDATE ON {t} WHEN OLD.{i} != NEW.{i} AND {isGone}
            BEGIN DELETE FROM {r} WHERE id IN (OLD.{i}, NEW.{i}); END;
            {Trigger("delete")} AFTER DELETE ON {t} WHEN OLD.{c} NOT NULL
            BEGIN DELETE FROM {r} WHERE id = OLD.{i}; END;
            """;
    }

    /// <summary>Count and revision. Each edited row counts as a change.</summary>
    public static string ForBookkeeping(string table)
    {
        var (t, text) = (SqlName.Quote(table), $"'{table.Replace("'", "''", StringComparison.Ordinal)}'");
        var revise = $"UPDATE soctrang_layers SET revision = revision + 1 WHERE table_name = {text};";
        string Count(string sign) => $"UPDATE gpkg_ogr_contents SET feature_count = feature_count {sign} 1 WHERE lower(table_name) = lower({text});";
        string Trigger(string name) => $"CREATE TRIGGER {SqlName.Quote(name)}";
        return $"""
            {Trigger($"trigger_insert_feature_count_{table}")} AFTER INSERT ON {t} BEGIN {Count("+")} END;
            {Trigger($"trigger_delete_feature_count_{table}")} AFTER DELETE ON {t} BEGIN {Count("-")} END;
            {Trigger($"{GeoPackageSchema.OwnPrefix}inserted_{table}")} AFTER INSERT ON {t} BEGIN {revise} END;
            {Trigger($"{GeoPackageSchema.OwnPrefix}updated_{table}")} AFTER UPDATE ON {t} BEGIN {revise} END;
            {Trigger($"{GeoPackageSchema.OwnPrefix}deleted_{table}")} AFTER DELETE ON {t} BEGIN {revise} END;
            """;
    }
}
