using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores;

/// <summary>The columns of the history's table, which are the same in both databases.</summary>
internal static class HistoryRow
{
    /// <summary>In the order in which <see cref="FeatureChange"/> has them; geometries as bytes, the system by its code.</summary>
    public const string Columns =
        "sequence, layer_id, feature_id, revision, kind, editor, moment, request_id, system, geometry_before, values_before, geometry_after, values_after";

    /// <summary>The word for a kind of change.</summary>
    public static string WordOf(FeatureChangeKind kind) => kind switch
    {
        FeatureChangeKind.Created => "created",
        FeatureChangeKind.Replaced => "replaced",
        _ => "deleted",
    };

    /// <summary>The kind of change a word stands for.</summary>
    /// <exception cref="StoreUnavailableException">The word is not known.</exception>
    public static FeatureChangeKind KindOf(string word) => word switch
    {
        "created" => FeatureChangeKind.Created,
        "replaced" => FeatureChangeKind.Replaced,
        "deleted" => FeatureChangeKind.Deleted,
        _ => throw new StoreUnavailableException($"The history of edits holds a change of the unknown kind '{word}'; a newer version of this program may have written it."),
    };

    /// <summary>A feature as it was; null when it was not there.</summary>
    public static FeatureVersion? VersionOf(string systemCode, byte[]? wkb, string? values)
    {
        if (values is null)
            return null;
        var system = CoordinateSystems.Find(systemCode) ?? throw new StoreUnavailableException($"The history of edits speaks of the coordinate system {systemCode}, which is not known here.");
        return new FeatureVersion(system, wkb is null ? null : CanonicalWkb.Read(wkb, system.Srid), values);
    }
}
