using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Terrain;

/// <summary>What a landscape is made of.</summary>
public sealed record LandscapeLayers
{
    /// <summary>Heights above mean sea level, metres, NaN where unknown; on any frame of the same coordinate system.</summary>
    public required Grid<float> Heights { get; init; }

    /// <summary>What those heights are heights of. A surface is refused unless it is taken for ground knowingly.</summary>
    public required HeightModel Model { get; init; }

    /// <summary>Codes of land cover, NaN where unknown; null leaves the land open.</summary>
    public Grid<float>? LandCover { get; init; }

    /// <summary>Height of trees or buildings of each code of land cover, metres, 0 to 100. What stands here must not be added again by another model.</summary>
    public IReadOnlyDictionary<int, double> ClutterMetres { get; init; } = new Dictionary<int, double>();

    /// <summary>1 where there is sea, on the frame of the landscape; null for none.</summary>
    public Grid<byte>? Sea { get; init; }

    /// <summary>Water level at sea, metres above mean sea level, -10 to 10: the tide. Default 0.</summary>
    public double WaterLevelMetres { get; init; }
}
