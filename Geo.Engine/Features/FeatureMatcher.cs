using Geo.Engine.Features.Filtering;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Predicate;

namespace Geo.Engine.Features;

/// <summary>
/// Decides exactly whether a feature matches a query: boxes, time, property values, filter and words; keyset and limit are the reader's. Stores ask
/// their database for no less than what can match and leave the last word to this, so that they give the same answers.
/// </summary>
public sealed class FeatureMatcher
{
    private readonly (Extent Box, Geometry Geometry)[]? boxes;
    private readonly Projection? toBoxes;
    private readonly TimeInterval? time;
    private readonly FeaturePeriod period;
    private readonly FilterEvaluator? filter;
    private readonly TextSearch? search;
    private readonly int[] texts;

    /// <summary>For one layer and one query.</summary>
    /// <exception cref="ArgumentException">The query names a property that the layer does not have, or a value of another type than the property's, or its filter is not bound to the layer.</exception>
    public FeatureMatcher(LayerDefinition definition, FeatureQuery query)
    {
        boxes = query.Boxes?.Select(b => (b, GeometryFactory.Default.ToGeometry(new Envelope(b.MinX, b.MaxX, b.MinY, b.MaxY)))).ToArray();
        toBoxes = definition.System.Srid == query.BoxSystem.Srid ? null : Projection.Between(definition.System, query.BoxSystem);
        time = query.Time;
        period = new FeaturePeriod(definition);
        filter = query.Filter is null ? null : new FilterEvaluator(query.Filter, definition);
        search = query.Search;
        texts = [.. definition.Properties.Index().Where(p => p.Item.Type == PropertyType.Text).Select(p => p.Index)];
        Equalities = [.. query.PropertyEquals.Select(p => (IndexOf(definition, p.Property, p.Value), Stored(p.Value)))];
    }

    /// <summary>Indexes of properties and the values they must equal, in stored form: a database may ask for them itself.</summary>
    internal IReadOnlyList<(int Property, object Value)> Equalities { get; }

    /// <summary>Whether the equalities are all there is to decide.</summary>
    internal bool OnlyEqualities => boxes is null && time is null && filter is null && search is null;

    /// <summary>Whether there is nothing to decide but the equalities and whether boxes are met, which most of what an index finds does.</summary>
    internal bool OnlyBoxes => boxes is not null && time is null && filter is null && search is null;

    /// <summary>Whether all conditions hold.</summary>
    public bool Matches(Feature feature) =>
        Equalities.All(e => e.Value.Equals(feature.Values[e.Property]))
        && (time is not { } interval || period.Meets(interval, feature))
        && (boxes is null || feature.Geometry is not { } geometry || MeetsBox(geometry))
        && filter?.Matches(feature) != false
        && (search is null || Array.Exists(texts, i => feature.Values[i] is string text && search.IsFoundIn(text)));

    /// <summary>The same for a row; objects are made of it only where its bytes cannot tell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isEqual">Whether it is known that all equalities hold.</param>
    internal bool Matches(FeatureRow row, bool isEqual)
    {
        if (isEqual && OnlyEqualities)
            return true;
        var decidesBoxesAlone = isEqual && time is null && filter is null && search is null && toBoxes is null;
        return decidesBoxesAlone && MeetsBox(row.Wkb) is { } meets ? meets : Matches(row.ToFeature());
    }

    // Null where neither the box of the geometry tells nor any of its corners, which lies in the box asked for.
    private bool? MeetsBox(ReadOnlySpan<byte> wkb)
    {
        if (wkb.IsEmpty)
            return true;
        if (WkbExtent.Of(wkb) is not { } extent)
            return false;
        var mayMeet = false;
        foreach (var (box, _) in boxes!) // looked at only where boxes are asked for
        {
            if (!box.Intersects(extent))
                continue;
            if (Holds(box, extent) || WkbExtent.HasPositionIn(wkb, box))
                return true;
            mayMeet = true;
        }
        return mayMeet ? null : false;
    }

    private bool MeetsBox(Geometry stored)
    {
        if (stored.IsEmpty)
            return false;
        var geometry = toBoxes is null ? stored : toBoxes.Transform(stored);
        var envelope = geometry.EnvelopeInternal;
        var extent = new Extent(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);
        return boxes!.Any(b => b.Box.Intersects(extent) && (Holds(b.Box, extent) || Meets(b.Geometry, geometry)));
    }

    private static object Stored(object value) => value is string text && !text.IsNormalized() ? text.Normalize() : value;

    private static bool Holds(Extent box, Extent inner) =>
        box.MinX <= inner.MinX && inner.MaxX <= box.MaxX && box.MinY <= inner.MinY && inner.MaxY <= box.MaxY;

    // A box without width or height is a line or a point; the fast test knows rectangles only.
    private static bool Meets(Geometry box, Geometry geometry) =>
        box is Polygon rectangle ? RectangleIntersects.Intersects(rectangle, geometry) : box.Intersects(geometry);

    private static int IndexOf(LayerDefinition definition, string name, object value)
    {
        var (index, property) = definition.Properties.Index().FirstOrDefault(p => p.Item.Name == name, (-1, null!));
        if (index < 0)
            throw new ArgumentException($"Layer '{definition.Id}' has no property '{name}'; it has {string.Join(", ", definition.Properties.Select(p => p.Name))}.", nameof(name));
        if (!FeatureAdmission.IsOfType(value, property.Type))
            throw new ArgumentException($"Property '{name}' of layer '{definition.Id}' is of type {property.Type}; {value.GetType().Name} is not.", nameof(value));
        return index;
    }
}
