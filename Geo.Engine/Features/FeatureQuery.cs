using Geo.Engine.Filters;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>What to read from a layer. Features come by the sort keys, then in ascending order of id. All conditions must hold.</summary>
public sealed record FeatureQuery
{
    /// <summary>Everything.</summary>
    public static FeatureQuery All { get; } = new();

    /// <summary>
    /// Boxes in <see cref="BoxSystem"/> (two when a request crosses the antimeridian); a feature matches when its geometry shares a
    /// point with any of them. Features without geometry match, as OGC API - Features Part 1 asks. Null = no condition.
    /// </summary>
    public IReadOnlyList<Extent>? Boxes { get; init; }

    /// <summary>
    /// The system of <see cref="Boxes"/>, in which they are decided: a feature's positions are brought to it and joined by straight lines there.
    /// Longitude and latitude by default. Far from its meridian a transverse system has no sound positions.
    /// </summary>
    public CoordinateSystem BoxSystem { get; init; } = CoordinateSystems.Crs84;

    /// <summary>Time condition; features without a time match. Null = no condition.</summary>
    public TimeInterval? Time { get; init; }

    /// <summary>Property name and the value it must equal, with the CLR type that the property's type names.</summary>
    public IReadOnlyList<(string Property, object Value)> PropertyEquals { get; init; } = [];

    /// <summary>A filter bound to the layer; features for which it is false or unknown do not match. Null = no condition.</summary>
    public FilterExpression? Filter { get; init; }

    /// <summary>Words to find in the texts of a feature. Null = no condition.</summary>
    public TextSearch? Search { get; init; }

    /// <summary>What to sort by before the id; empty = by id alone.</summary>
    public IReadOnlyList<SortKey> SortBy { get; init; } = [];

    /// <summary>Only features that come after the one with this id (keyset paging); null = from the start.</summary>
    public long? AfterId { get; init; }

    /// <summary>The values of <see cref="SortBy"/> in the feature that <see cref="AfterId"/> names, as it was then; as many as there are keys.</summary>
    public IReadOnlyList<object?> AfterValues { get; init; } = [];

    /// <summary>
    /// Turns the way through the order round, to page back: only features up to and including the place that <see cref="AfterId"/> and
    /// <see cref="AfterValues"/> name, the last of them first; without a place all, the last first.
    /// </summary>
    public bool IsReversed { get; init; }

    /// <summary>
    /// Whether the features are only to be drawn, by somebody who cuts geometries himself: they come in no order, and boxes are met only as far as an index
    /// tells. Then there is neither keyset nor limit.
    /// </summary>
    public bool IsForDrawing { get; init; }

    /// <summary>Whether no property values are wanted; rows may then have none.</summary>
    public bool WithoutValues { get; init; }

    /// <summary>Features to pass over before the first that is given, of those that match and come after the keyset; 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>Most features to give; null = no limit.</summary>
    public int? Limit { get; init; }
}
