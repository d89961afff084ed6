using Geo.Engine.Economy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios;

/// <summary>What a theme means for one district, counted on cells; areas are hectares on the ground.</summary>
public sealed record DistrictStatistics
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Vietnamese name.</summary>
    public required string Name { get; init; }

    /// <summary>English name, or the Vietnamese one when there is none.</summary>
    public required string NameEnglish { get; init; }

    /// <summary>The outline in CRS84, as the layer has it.</summary>
    public required Geometry Geometry { get; init; }

    /// <summary>All cells of the district: the sum of the classes, of what was removed, and of what has no data.</summary>
    public required double AreaHectares { get; init; }

    /// <summary>Hectares of S1, S2, S3, N, in this order.</summary>
    public required IReadOnlyList<double> ClassHectares { get; init; }

    /// <summary>Hectares removed by constraints.</summary>
    public required double ExcludedHectares { get; init; }

    /// <summary>Hectares without a score for want of data.</summary>
    public required double NoDataHectares { get; init; }

    /// <summary>Mean score of the cells that have one; NaN when none has.</summary>
    public required double ScoreMean { get; init; }

    /// <summary>What its zones are expected to give; null when the theme has no activity.</summary>
    public ExpectedYield? Yield { get; init; }

    /// <summary>People; null when the theme does not count them.</summary>
    public double? Population { get; init; }

    /// <summary>People in cells of the covered classes; null when the theme does not count them.</summary>
    public double? PopulationCovered { get; init; }

    /// <summary>People x share reached, summed over cells; null when the theme does not count them.</summary>
    public double? PopulationExpected { get; init; }
}
