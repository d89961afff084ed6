using Geo.Engine.Features;

namespace Geo.Engine.Tiles;

/// <summary>
/// Makes a Mapbox Vector Tile (version 2.1) with one layer, whatever the order in which its features come. Coarse tiles, those above
/// <see cref="FullDetailZoom"/>, are generalised: what is smaller than a pixel goes into a <see cref="TileMosaic"/>, outlines are simplified as far as the eye
/// does not see, and texts longer than <see cref="LongestText"/> letters are left out. No tile exceeds the limits of <see cref="TileContent"/>. Not to be shared between threads.
/// </summary>
public sealed class VectorTile : IDisposable
{
    /// <summary>The zoom of WebMercatorQuad from which on nothing is generalised; other pyramids are as fine at the zoom with as many tiles around the globe.</summary>
    public const int FullDetailZoom = 14;

    /// <summary>Letters of a text that coarse tiles still carry.</summary>
    public const int LongestText = 64;

    private readonly LayerDefinition _layer;
    private readonly TileGeometry _geometry;
    private readonly TileContent _content = new();
    private readonly TileMosaic? _mosaic;
    private readonly TileValues? _values;

    /// <summary>An empty tile of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="tile">Where.</param>
    /// <param name="hasValues">Whether the rows that will be added have their values; else they are given at the end.</param>
    public VectorTile(LayerDefinition layer, TileAddress tile, bool hasValues = true)
    {
        _layer = layer;
        var isCoarse = tile.Set.Columns(tile.Zoom) < 1 << FullDetailZoom;
        _geometry = new TileGeometry(layer.System, tile, isCoarse ? TileGeometry.CoarseTolerance : TileGeometry.FineTolerance);
        _mosaic = isCoarse ? new TileMosaic() : null;
        _values = hasValues ? Values() : null;
    }

    /// <summary>Share of a tile's side beyond its edges that is drawn too.</summary>
    public static double Margin => (double)TileGeometry.Margin / TileGeometry.Units;

    /// <summary>Whether nothing has been drawn.</summary>
    public bool IsEmpty => _content.IsEmpty && _mosaic is null or { IsEmpty: true };

    /// <summary>Draws a feature; nothing when it has no geometry, lies outside of the tile or is too small to see.</summary>
    /// <exception cref="InvalidFeatureException">Its geometry is damaged.</exception>
    public void Add(FeatureRow row)
    {
        var wkb = row.Wkb;
        if (wkb.IsEmpty)
            return;
        var shape = _geometry.Draw(wkb);
        var feature = new TileFeature(row.Id, shape.Type, shape.Size, default);
        if (shape.Type > 0 && _mosaic is not null && shape.FitsInto(TileMosaic.SmallUnits))
        {
            if (_mosaic.Admits(feature, shape.Middle))
                _mosaic.Add(WithTags(feature, row), shape.Middle, _geometry.Commands);
        }
        else if (_geometry.Commands.Length > 0)
        {
            _content.Add(WithTags(feature, row), _geometry.Commands);
        }
    }

    /// <summary>Whether a layer is likely to have more features in a tile than the tile can hold: then their geometry is best read alone, and the values of those that stay afterwards.</summary>
    public static bool IsCrowded(Layer layer, TileAddress tile)
    {
        if (layer.FeatureCount <= TileContent.MostFeatures || layer.Extent is not { } extent)
            return false;
        var box = tile.LonLat(0);
        var (width, height) = (Share(extent.MinX, extent.MaxX, box.MinX, box.MaxX), Share(extent.MinY, extent.MaxY, box.MinY, box.MaxY));
        return layer.FeatureCount * width * height > TileContent.MostFeatures;
    }

    /// <summary>The ids of the features that stay, in ascending order. Call it when all have been added.</summary>
    public IReadOnlyList<long> KeptIds()
    {
        _mosaic?.MoveTo(_content);
        var ids = new List<long>();
        foreach (ref var kept in _content.Kept())
            ids.Add(kept.Feature.Id);
        return ids;
    }

    /// <summary>Writes the tile with values that were read afterwards; features without have none.</summary>
    public void WriteTo(Stream target, IReadOnlyDictionary<long, IReadOnlyList<object?>> values)
    {
        using var known = Values();
        var row = new FeatureAsRow();
        foreach (ref var kept in _content.Kept())
        {
            if (values.TryGetValue(kept.Feature.Id, out var found))
                kept.Feature = kept.Feature with { Tags = known.TagsOf(row.Take(new Feature(kept.Feature.Id, null, found))) };
        }
        Write(target, known);
    }

    /// <summary>Writes the tile, as a message of its own; nothing when it is empty. Messages of several layers behind one another are a tile with those layers.</summary>
    public void WriteTo(Stream target)
    {
        _mosaic?.MoveTo(_content);
        if (_values is not null)
        {
            Write(target, _values);
            return;
        }
        using var none = Values();
        Write(target, none);
    }

    /// <summary>Gives its memory back.</summary>
    public void Dispose()
    {
        _geometry.Dispose();
        _content.Dispose();
        _values?.Dispose();
    }

    // The values of what is not drawn would be numbered in vain.
    private TileFeature WithTags(in TileFeature feature, FeatureRow row) => _values is null ? feature : feature with { Tags = _values.TagsOf(row) };

    private TileValues Values() => new(_layer.Properties, _mosaic is null ? int.MaxValue : LongestText);

    private void Write(Stream target, TileValues values)
    {
        using var layer = new VectorTileLayer(_layer, values);
        foreach (ref var kept in _content.Kept())
            layer.Add(kept.Feature, _content.CommandsOf(kept));
        layer.WriteTo(target);
    }

    private static double Share(double from, double to, double least, double most) =>
        to > from ? Math.Clamp((Math.Min(to, most) - Math.Max(from, least)) / (to - from), 0, 1) : 1;
}
