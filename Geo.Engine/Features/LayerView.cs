using System.Buffers;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>
/// A layer as it goes out: some of its columns, its geometries in the system that was asked for and no finer than a scale needs. For one answer: not to be
/// shared between threads.
/// </summary>
public sealed class LayerView
{
    /// <summary>More than twice around the Earth in metres: what lies beyond is the noise of a projection where it tends to infinity.</summary>
    private const double Farthest = 1e8;

    private readonly IReadOnlyList<int> _properties;
    private readonly bool _hasGeometry;
    private readonly GeometrySimplification? _simplification;
    private readonly Projection? _projection;
    private readonly WkbProjection? _wkbProjection;
    private readonly ArrayBufferWriter<byte> _simplified = new();
    private byte[] _projected = [];

    /// <summary>A view of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="system">The system the geometries are to come in.</param>
    /// <param name="properties">Indexes of the properties that are wanted, in the layer's order.</param>
    /// <param name="hasGeometry">Whether geometries are wanted.</param>
    /// <param name="toleranceMetres">How far simplified lines may lie from the stored ones; 0 = not simplified.</param>
    public LayerView(LayerDefinition layer, CoordinateSystem system, IReadOnlyList<int> properties, bool hasGeometry, double toleranceMetres)
    {
        _properties = properties;
        _hasGeometry = hasGeometry;
        _simplification = toleranceMetres > 0 ? new GeometrySimplification(layer.System, toleranceMetres) : null;
        _projection = layer.System.Srid == system.Srid ? null : Projection.Between(layer.System, system);
        _wkbProjection = _projection is null ? null : new WkbProjection(_projection, Farthest);
        var columns = properties.Select(i => layer.Properties[i]).ToList();
        bool IsKept(string? name) => columns.Exists(c => c.Name == name);
        Definition = layer with
        {
            Properties = columns,
            System = system,
            GeometryKind = hasGeometry ? layer.GeometryKind : GeometryKind.None,
            TimeStartProperty = IsKept(layer.TimeStartProperty) ? layer.TimeStartProperty : null,
            TimeEndProperty = IsKept(layer.TimeStartProperty) && IsKept(layer.TimeEndProperty) ? layer.TimeEndProperty : null,
        };
    }

    /// <summary>The layer as the view shows it.</summary>
    public LayerDefinition Definition { get; }

    /// <summary>All columns in a system.</summary>
    public static LayerView Whole(LayerDefinition layer, CoordinateSystem system) => new(layer, system, [.. Enumerable.Range(0, layer.Properties.Count)], hasGeometry: true, toleranceMetres: 0);

    /// <summary>The value of one of the view's properties.</summary>
    /// <param name="feature">A feature of the layer.</param>
    /// <param name="property">Index in the properties of <see cref="Definition"/>.</param>
    public object? ValueOf(Feature feature, int property) => feature.Values[_properties[property]];

    /// <summary>The index in a row of one of the view's properties.</summary>
    public int IndexOf(int property) => _properties[property];

    /// <summary>The geometry of a row as <see cref="GeometryOf"/> gives it, as well-known binary; empty for none. It is good until the next is asked for.</summary>
    public ReadOnlySpan<byte> WkbOf(FeatureRow row)
    {
        if (_simplification is not null)
            return BytesOf(GeometryOf(row.ToFeature()));
        var stored = _hasGeometry ? row.Wkb : [];
        if (_wkbProjection is null || stored.IsEmpty)
            return stored;
        if (_projected.Length < stored.Length)
            _projected = new byte[stored.Length * 2];
        stored.CopyTo(_projected);
        return _wkbProjection.TryTransform(_projected.AsSpan(0, stored.Length)) ? _projected.AsSpan(0, stored.Length) : [];
    }

    /// <summary>The geometry in the view's system, x east, y north; null when none is wanted, or the feature has none, or one that has no place there.</summary>
    public Geometry? GeometryOf(Feature feature)
    {
        if (!_hasGeometry || feature.Geometry is not { } stored)
            return null;
        var shown = _simplification?.Of(stored) ?? stored;
        if (_projection is null)
            return shown;
        var geometry = _projection.Transform(shown);
        return Array.TrueForAll(geometry.Coordinates, c => Math.Abs(c.X) < Farthest && Math.Abs(c.Y) < Farthest) ? geometry : null;
    }

    /// <summary>A feature as the view shows it; numbers that are not finite, which no format can hold, are null.</summary>
    public Feature Of(Feature feature) => new(feature.Id, GeometryOf(feature), [.. _properties.Select(i => feature.Values[i] is double number && !double.IsFinite(number) ? null : feature.Values[i])]);

    /// <summary>Features of the layer, for a writer.</summary>
    public LayerContent Of(IAsyncEnumerable<Feature> features) => new(Definition, features.Select(Of));

    /// <summary>Rows of the layer, for a writer.</summary>
    public LayerContent Of(IAsyncEnumerable<FeatureRow> rows)
    {
        var shown = new ViewRow(this);
        return LayerContent.OfRows(Definition, rows.Select(shown.Take));
    }

    private ReadOnlySpan<byte> BytesOf(Geometry? geometry)
    {
        _simplified.ResetWrittenCount();
        if (geometry is not null)
            CanonicalWkb.Write(geometry, _simplified);
        return _simplified.WrittenSpan;
    }
}
