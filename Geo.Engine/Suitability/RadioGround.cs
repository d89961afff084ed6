namespace Geo.Engine.Suitability;

/// <summary>The ground over which a radio signal is computed path by path, and where its receivers stand.</summary>
public sealed record RadioGround
{
    /// <summary>Heights above mean sea level.</summary>
    public required GridSource Heights { get; init; }

    /// <summary>What they are heights of: bare ground, or roofs and tree tops that are knowingly taken for it.</summary>
    public required bool IsSurfaceTakenAsGround { get; init; }

    /// <summary>Codes of land cover; null for open land.</summary>
    public GridSource? LandCover { get; init; }

    /// <summary>Height of trees and buildings by code, metres.</summary>
    public required IReadOnlyDictionary<int, double> ClutterMetres { get; init; }

    /// <summary>Land: what it leaves open is sea. Null for no sea.</summary>
    public FeatureSource? Land { get; init; }

    /// <summary>Water level at sea above mean sea level, metres: the tide.</summary>
    public required double WaterLevelMetres { get; init; }

    /// <summary>Fall of refractivity in the lowest kilometre (ΔN of ITU-R P.1812), N-units. Default 45.</summary>
    public double RefractivityGradient { get; init; } = 45;

    /// <summary>Refractivity at sea level (N0), N-units. Default 380.</summary>
    public double SeaLevelRefractivity { get; init; } = 380;

    /// <summary>Where the receivers are.</summary>
    public required RadioPlace Place { get; init; }

    /// <summary>Side of the cells in which the signal is computed, metres; the next multiple of the scenario's cells is taken.</summary>
    public required double CellMetres { get; init; }
}
