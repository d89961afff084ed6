using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>The parameter <c>sortby</c>: names of properties, each with a plus or a minus before it or nothing (OGC API - Features Part 8, draft).</summary>
internal static class SortbyParameter
{
    private const int MostKeys = 8;

    /// <summary>The keys; null when one is no property of the layer, or a property stands twice.</summary>
    /// <remarks>A plus that was not percent-encoded arrives as a space.</remarks>
    public static IReadOnlyList<SortKey>? Parse(string text, LayerDefinition layer)
    {
        var keys = text.Split(',').Select(Key).ToList();
        var isKnown = keys.TrueForAll(k => layer.Properties.Any(p => p.Name == k.Property));
        return isKnown && keys.Count <= MostKeys && keys.DistinctBy(k => k.Property).Count() == keys.Count ? keys : null;
    }

    /// <summary>What is allowed for a layer, for people.</summary>
    public static BilingualText Allowed(LayerDefinition layer)
    {
        var names = string.Join(", ", layer.Properties.Select(p => p.Name));
        return new($"tên thuộc tính cách nhau bằng dấu phẩy, \"-\" phía trước là giảm dần: {names}", $"names of properties separated by commas, \"-\" before one for descending: {names}");
    }

    private static SortKey Key(string text) => text switch
    {
        ['-', ..] => new SortKey(text[1..], Descending: true),
        ['+' or ' ', ..] => new SortKey(text[1..]),
        _ => new SortKey(text),
    };
}
