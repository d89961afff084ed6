using Geo.Engine.Economy;
using Geo.Engine.Zoning;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>What zones and districts mean for people and the economy.</summary>
internal sealed class ThemeIndicators(Theme theme, EconomyTable? economy, StudyGrid study, CellCensus census)
{
    private readonly Activity? _activity = theme.Activity is { } use ? economy?.Find(use.ActivityId) : null;

    /// <summary>Zones with outline, district and indicators.</summary>
    public IReadOnlyList<ZoneResult> Zones(IReadOnlyList<Zone> zones, IReadOnlyList<Geometry> outlines) =>
        [.. zones.Select((zone, i) => Zone(zone, outlines[i], theme.Population is null ? null : census.ZonePeople[i]))];

    /// <summary>Statistics of each district; its yield is the sum over its zones.</summary>
    public IReadOnlyList<DistrictStatistics> Districts(IReadOnlyList<ZoneResult> zones)
    {
        var yields = new ExpectedYield[study.Units.Count];
        foreach (var zone in zones)
            if (zone.Yield is { } yield)
                yields[zone.Zone.District - 1] += yield;
        return [.. study.Units.Select((unit, i) => District(unit, census.Districts[i], yields[i]))];
    }

    private ZoneResult Zone(Zone zone, Geometry outline, double? people)
    {
        var unit = study.Units[zone.District - 1];
        return new ZoneResult(zone, outline, unit.Name, unit.UnitCode, people, Yield(zone, people ?? 0));
    }

    private ExpectedYield? Yield(Zone zone, double people)
    {
        if (_activity is null || theme.Activity is null)
            return null;
        var quantity = _activity.Basis == ActivityBasis.Hectare ? zone.AreaHectares : people;
        return _activity.For(quantity * theme.Activity.ClassShares[(int)zone.Class - 1]);
    }

    private DistrictStatistics District(StudyDistrict unit, DistrictCount count, ExpectedYield yield) => new()
    {
        UnitCode = unit.UnitCode,
        Name = unit.Name,
        NameEnglish = unit.NameEnglish,
        Geometry = unit.Feature.Geometry!, // districts without geometry are left out
        AreaHectares = count.ClassHectares.Sum() + count.ExcludedHectares + count.NoDataHectares,
        ClassHectares = count.ClassHectares,
        ExcludedHectares = count.ExcludedHectares,
        NoDataHectares = count.NoDataHectares,
        ScoreMean = count.ScoreMean,
        Yield = _activity is null ? null : yield,
        Population = theme.Population is null ? null : count.People,
        PopulationCovered = theme.Population is null ? null : count.PeopleCovered,
        PopulationExpected = theme.Population?.ExpectedBy is null ? null : count.PeopleExpected,
    };
}
