using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Tiles;

/// <summary>The parameter <c>collections</c> (OGC API - Tiles 1.0, 10.5): ids separated by commas, which are percent-encoded within an id.</summary>
internal static class CollectionsParameter
{
    /// <summary>The layers named, in that order; all without the parameter. An unknown or repeated id is a fault.</summary>
    public static IReadOnlyList<Layer> Read(ApiRequest request, IReadOnlyList<Layer> layers)
    {
        if (request.Parameter("collections") is not { } text)
            return layers;
        var named = text.Split(',').Select(id => layers.FirstOrDefault(l => l.Id == id || l.Id == Uri.UnescapeDataString(id))).ToList();
        if (!named.Contains(null) && named.Distinct().Count() == named.Count)
            return [.. named.OfType<Layer>()];
        var known = string.Join(", ", layers.Take(50).Select(l => l.Id));
        request.Faults.Add(new ParameterFault("collections", text, new($"các mã lớp khác nhau, cách bằng dấu phẩy, trong số {known}", $"different ids separated by commas, of {known}")));
        return [];
    }
}
