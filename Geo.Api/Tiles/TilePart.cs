using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Tiles;

/// <summary>A layer in a tile, and which of its features.</summary>
/// <param name="Layer">The layer as it was found.</param>
/// <param name="Conditions">Which features; boxes are the tile's.</param>
/// <param name="Key">A text that changes with the layer and the conditions.</param>
internal sealed record TilePart(Layer Layer, FeatureQuery Conditions, string Key)
{
    /// <summary>Names of the parameters of a collection's tiles, beside the properties of its layer.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["datetime", .. FilterParameter.Names];

    /// <summary>A layer with the conditions of a request, whose faults are added to it.</summary>
    public static TilePart Parse(ApiRequest request, Layer layer, IReadOnlyList<Representation> forms)
    {
        var filterable = ItemsQuery.Filterable(layer.Definition).ToList();
        string[] names = [.. Parameters, .. filterable.Select(p => p.Name)];
        request.Faults.AddRange(ResourceRoutes.JudgeParameters(request.Http.Request, forms, names));
        var conditions = new FeatureQuery
        {
            Time = request.ReadValue("datetime", DatetimeParameter.Parse, DatetimeParameter.Allowed),
            PropertyEquals = [.. ItemsQuery.Equalities(request, filterable)],
            Filter = FilterParameter.Read(request, layer.Definition),
        };
        var given = names.Where(n => request.Parameter(n) is not null).Select(n => $"{n}={request.Parameter(n)}");
        return new(layer, conditions, string.Join('\n', given.Prepend(LayerTags.KeyOf(layer))));
    }

    /// <summary>A layer of the dataset in a time.</summary>
    public static TilePart During(Layer layer, TimeInterval? time, string? written) =>
        new(layer, new FeatureQuery { Time = time }, $"{LayerTags.KeyOf(layer)}\n{written}");
}
