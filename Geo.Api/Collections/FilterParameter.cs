using System.Text;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>The parameters <c>filter</c>, <c>filter-lang</c> and <c>filter-crs</c> (OGC API - Features Part 3).</summary>
internal static class FilterParameter
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["filter", "filter-lang", "filter-crs"];

    /// <summary>Encodings by name; the first is the default. <c>cql-text</c> is what GDAL looks for.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["cql2-text", "cql2-json", "cql-text"];

    private static readonly BilingualText LanguagesAllowed = new(
        string.Join(", ", Languages.SkipLast(1)) + " hoặc " + Languages[^1], string.Join(", ", Languages.SkipLast(1)) + " or " + Languages[^1]);

    private static readonly BilingualText OnlyWithFilter = new("chỉ đi cùng tham số filter", "only together with the parameter filter");

    /// <summary>The filter bound to a layer; null without one, or when a fault was added to the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="layer">Its layer.</param>
    public static FilterExpression? Read(ApiRequest request, LayerDefinition layer)
    {
        var system = request.Parameter("filter-crs") is null ? CoordinateSystems.Crs84 : request.Read("filter-crs", CrsParameter.Parse, CrsParameter.Allowed);
        var language = request.Parameter("filter-lang") ?? Languages[0];
        if (!Languages.Contains(language))
            request.Faults.Add(new ParameterFault("filter-lang", language, LanguagesAllowed));
        if (request.Parameter("filter") is not { } filter)
        {
            request.Faults.AddRange(Names.Where(n => request.Parameter(n) is not null).Select(n => new ParameterFault(n, request.Parameter(n)!, OnlyWithFilter)));
            return null;
        }
        return system is null || !Languages.Contains(language) ? null : Parse(request, layer, system, filter, language);
    }

    private static FilterExpression? Parse(ApiRequest request, LayerDefinition layer, CoordinateSystem system, string filter, string language)
    {
        try
        {
            var tree = language == "cql2-json" ? Cql2Json.Parse(Encoding.UTF8.GetBytes(filter)) : Cql2Text.Parse(filter);
            return FilterBinder.Bind(tree, layer, system);
        }
        catch (FilterException fault)
        {
            request.Faults.Add(new ParameterFault("filter", filter, new(At(fault.Place, "ký tự", fault.Vietnamese), At(fault.Place, "character", fault.English))) { IsSentence = true });
            return null;
        }
    }

    private static string At(FilterPlace place, string character, string sentence) =>
        place.Position is { } at ? FormattableString.Invariant($"{character} {at + 1}: {sentence}") : $"{place}: {sentence}";
}
