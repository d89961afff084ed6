using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>Everything about a vector layer but its features.</summary>
public sealed record LayerDefinition
{
    /// <summary>Identifier in URLs and scenarios, unique in a store, case-sensitive.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>What it shows, in a sentence or two.</summary>
    public required BilingualText Description { get; init; }

    /// <summary>Kind of geometry.</summary>
    public required GeometryKind GeometryKind { get; init; }

    /// <summary>The system its coordinates are stored in.</summary>
    public required CoordinateSystem System { get; init; }

    /// <summary>Columns in display order, without id and geometry.</summary>
    public required IReadOnlyList<PropertyDefinition> Properties { get; init; }

    /// <summary>Origin and trust.</summary>
    public required LayerProvenance Provenance { get; init; }

    /// <summary>Name of the date or date-time column that <c>datetime</c> filters on, or the start of a validity period; null for timeless layers.</summary>
    public string? TimeStartProperty { get; init; }

    /// <summary>Name of the column with the end of a validity period (closed; null in a row = still valid); null when there is none.</summary>
    public string? TimeEndProperty { get; init; }
}
