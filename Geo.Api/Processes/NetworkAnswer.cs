using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Scenarios;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;

namespace Geo.Api.Processes;

/// <summary>The outputs of <see cref="GroundCoverage"/> that are no grids.</summary>
internal static class NetworkAnswer
{
    private const string Model = "ITU-R P.1812";

    /// <summary>People and hectares of the whole and of each unit, with the reasons that cells lack.</summary>
    public static JsonObject Summary(NetworkTask task, NetworkCoverage coverage)
    {
        var units = UnitsOf(task, coverage.SignalDbm.Frame);
        var counted = CoveredPeople.Count(coverage, task.People, units, task.Units.Count);
        var whole = CoveredPeople.Count(coverage, task.People, new Grid<ushort>(coverage.SignalDbm.Frame), 0)[0];
        return new JsonObject
        {
            ["sites"] = task.Sites.Count,
            ["model"] = Model,
            ["status"] = StatusWord.Of(task.Status),
            ["calibration"] = task.Calibration?.Told(),
            ["thresholdDbm"] = task.Settings.ThresholdDbm,
            ["standard"] = new JsonObject { ["name"] = "QCVN 126:2021/BTTTT", ["downlinkMegabits"] = task.Settings.Standard.DownlinkMegabits, ["shareOfPlaces"] = task.Settings.Standard.Share },
            ["whole"] = Of(whole, task.People is not null),
            ["outsideUnits"] = task.Units.Count == 0 ? null : Of(counted[0], task.People is not null),
            ["units"] = new JsonArray([.. task.Units.Select((unit, i) => (JsonNode)Named(task, unit, Of(counted[i + 1], task.People is not null)))]),
            ["reasons"] = Legend(coverage),
        };
    }

    /// <summary>Zones of uncovered people; none when nobody is counted.</summary>
    public static LayerContent Uncovered(NetworkTask task, NetworkCoverage coverage, int threads, CancellationToken cancellation)
    {
        return Uncovered("uncovered", task, coverage, threads, cancellation);
    }

    /// <summary>The same result, which also puts its layers and zones before everybody: grids and a collection whose ids end in a name.</summary>
    public static ProcessResult Published(ProcessResult result, string name, NetworkTask task, NetworkCoverage coverage, GeoTiffOptions options)
    {
        var layers = new CoverageLayers(coverage, [.. task.Sites.SelectMany(s => s.Sectors).Select(s => $"{s.Id}, {s.Carrier.Band}")]);
        var documents = layers.Documents(name, new(name, name), Provenance(task), options);
        var zones = Uncovered($"uncovered-{name}", task, coverage, options.Threads, options.Cancellation);
        var grids = NetworkLinks.Grids(name).Select(g => new PublishedLink(g.Path, NetworkLinks.Relation, Representation.Json.MediaType, g.Id));
        return result with
        {
            Change = new StoreChange { Layers = [zones], Documents = documents },
            Published = [.. grids, new PublishedLink($"/collections/{zones.Definition.Id}", NetworkLinks.Relation, Representation.Json.MediaType, zones.Definition.Id)],
        };
    }

    private static LayerProvenance Provenance(NetworkTask task) => new(Model, "", "", "", task.Status, null);

    private static LayerContent Uncovered(string id, NetworkTask task, NetworkCoverage coverage, int threads, CancellationToken cancellation) =>
        UncoveredLayer.Of(id, task.People is { } people ? UncoveredZones.Of(coverage, people, threads, cancellation) : [], coverage.SignalDbm.Frame.System, Provenance(task));

    private static Grid<ushort> UnitsOf(NetworkTask task, GridFrame frame)
    {
        var projection = Projection.Between(CoordinateSystems.Crs84, frame.System);
        var units = new Grid<ushort>(frame);
        for (var i = 0; i < task.Units.Count; i++)
            if (task.Units[i].Geometry is { } outline)
                Rasteriser.Burn(units, projection.Transform(outline), (ushort)(i + 1), CellRule.Centre);
        return units;
    }

    private static JsonObject Named(NetworkTask task, Feature unit, JsonObject counted)
    {
        counted["id"] = unit.Id;
        foreach (var column in new[] { "unit_code", "name_vi", "name_en" })
            if (task.UnitLayer?.Properties.ToList().FindIndex(p => p.Name == column) is >= 0 and var index)
                counted[column] = unit.Values[index]?.ToString();
        return counted;
    }

    private static JsonObject Of(UnitCoverage unit, bool withPeople)
    {
        var counted = new JsonObject
        {
            ["hectares"] = unit.Hectares,
            ["signalHectaresExpected"] = unit.SignalHectares,
            ["standardHectaresExpected"] = unit.StandardHectares,
            ["uncomputedHectares"] = unit.UncomputedHectares,
        };
        if (!withPeople)
            return counted;
        counted["people"] = unit.People;
        counted["signalPeopleExpected"] = unit.SignalPeople;
        counted["standardPeopleExpected"] = unit.StandardPeople;
        counted["standardPeopleCertain"] = unit.CertainPeople;
        counted["uncountedHectares"] = unit.UncountedHectares;
        return counted;
    }

    private static JsonArray Legend(NetworkCoverage coverage)
    {
        var cells = new long[Enum.GetValues<ShortfallReason>().Length];
        foreach (var reason in coverage.Reasons.Cells)
            cells[reason]++;
        return [.. Enum.GetValues<ShortfallReason>().Select(reason => (JsonNode)new JsonObject
        {
            ["code"] = (int)reason,
            ["vi"] = ShortfallRemedy.Name(reason).Vi,
            ["en"] = ShortfallRemedy.Name(reason).En,
            ["remedyVi"] = ShortfallRemedy.Of(reason).Vi,
            ["remedyEn"] = ShortfallRemedy.Of(reason).En,
            ["cells"] = cells[(int)reason],
        })];
    }
}
