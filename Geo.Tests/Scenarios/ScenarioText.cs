using Geo.Engine.Scenarios;

namespace Geo.Tests.Scenarios;

/// <summary>A small scenario that is right, to be spoilt at one place.</summary>
internal static class ScenarioText
{
    public const string Right = """
        schema: soctranggeo/scenario/1
        id: small
        title: {vi: "Nhỏ", en: "Small"}
        description: {vi: "Thử", en: "Trial"}
        study_area: {districts: districts}
        grid: {crs: "EPSG:9209", cell: 30, origin: [550000, 1060000], size: [120, 80], halo_m: 600}
        layers:
          canals: {kind: vector, where: {state: existing}, rasterize: all_touched}
          roads: {kind: vector, rasterize: all_touched}
          land_cover: {id: land-cover, kind: categorical}
          terrain: {kind: continuous, unit: m}
          population: {kind: continuous}
        derived:
          d_canal: {op: euclidean_distance, from: canals}
          d_road: {op: euclidean_distance, from: roads}
        themes:
          aquaculture:
            title: {vi: "Nuôi trồng", en: "Farming"}
            constraints:
              - id: forest
                title: {vi: "Rừng", en: "Forest"}
                mask: land_cover
                values: [4]
                buffer_m: 100
                legal: {vi: "Luật Lâm nghiệp", en: "Forest law"}
                starting_value: true
              - id: low
                title: {vi: "Thấp", en: "Low"}
                expr: "terrain >= 0.2"
                starting_value: true
            criteria:
              - id: canal
                title: {vi: "Kênh", en: "Canal"}
                layer: d_canal
                membership: {type: linear, worst: 1500, best: 90}
                starting_value: true
              - id: road
                title: {vi: "Đường", en: "Road"}
                layer: d_road
                membership: {type: small, midpoint: 900, spread: 3}
                starting_value: true
              - id: cover
                title: {vi: "Đất", en: "Land"}
                layer: land_cover
                membership: {type: categories, table: {1: 1, 2: 0.5, 4: 0, 7: 0.6}}
                nodata: renormalise
                starting_value: true
            weights: {method: direct, values: {canal: 3, road: 1, cover: 2}, starting_value: true}
            classes: {S1: 0.8, S2: 0.6, S3: 0.4, N: 0, starting_value: true}
            population: {layer: population, covered: S2, expected_by: canal}
            economy: {activity: brackish-shrimp, class_share: {S1: 1, S2: 0.75, S3: 0.5, N: 0}, starting_value: true}
        zones: {lowest_class: S3, min_area_ha: 2, fill_holes_ha: 1, min_patch_ha: 1, starting_value: true}
        """;

    /// <summary>The scenario with a piece of its text replaced.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Right, StringComparison.Ordinal);
        return Right.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>A scenario that must be right.</summary>
    public static Scenario Parse(string yaml)
    {
        var parse = ScenarioFile.Parse(yaml, "small.yaml");
        Assert.Empty(parse.Problems);
        return parse.Scenario!;
    }
}
