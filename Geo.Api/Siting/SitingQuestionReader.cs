using System.Globalization;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Siting;
using NetTopologySuite.Geometries;

namespace Geo.Api.Siting;

/// <summary>Reads a siting question, or lists all that is wrong with it.</summary>
internal sealed class SitingQuestionReader(IFeatureStore store, GridCatalog grids, int threads)
{
    private const double FinestMetres = 100;
    private const double UsualReachMetres = 15_000;
    private readonly FeatureInput _features = new(store);
    private readonly GridInput _grids = new(grids);

    /// <summary>The question, or its faults.</summary>
    public async Task<(SitingQuestion? Question, IReadOnlyList<ParameterFault> Faults)> ReadAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        List<ParameterFault> faults = [.. GroundInputs.ModelFaults(inputs, SitePlanInputs.All, SitePlanInputs.Tilts, GroundInputs.Calibration), .. ReachFaults(inputs)];
        var people = await PeopleAsync(inputs, faults, cancellation);
        var system = people?.Frame.System ?? CoordinateSystems.Vn2000Tm3Zone10530;
        var candidates = await CarriersAsync(SitePlanInputs.Candidates, true, inputs, system, faults, cancellation);
        var standing = await CarriersAsync(SitePlanInputs.Standing, false, inputs, system, faults, cancellation);
        var units = await UnitsAsync(inputs, faults, cancellation);
        var money = Money(inputs, candidates, faults);
        var floors = Floors(inputs, [.. units.Select(u => u.Code)], faults);
        faults.AddRange(Sharing(inputs, standing));
        var ground = people is null || faults.Count > 0 || !GroundInputs.IsOverGround(inputs) ? null : await GroundAsync(inputs, people.Frame, candidates.Concat(standing), faults, cancellation);
        faults.AddRange(OnGround(SitePlanInputs.Candidates, candidates.GroupBy(c => c.Site, StringComparer.Ordinal), ground));
        faults.AddRange(OnGround(SitePlanInputs.Standing, [standing], ground));
        if (faults.Count > 0 || people is null)
            return (null, faults);
        var demand = NetworkDemand.Of(people, Lay(people.Frame, units), [.. units.Select(u => u.Name)]);
        if (demand.Cells.Count == 0)
            return (null, [new ParameterFault($"inputs.{SitePlanInputs.Population}", inputs.Text(SitePlanInputs.Population) ?? "", new("không có ai trong các đơn vị hành chính", "nobody lives in the administrative units")) { IsSentence = true }]);
        var share = inputs.Find(SitePlanInputs.Share)?.GetDouble() ?? 0;
        return (new SitingQuestion(demand, standing, candidates, [.. units.Select(u => u.Code)], money, share, floors) { Ground = ground }, []);
    }

    /// <summary>What the rural macro model assumes.</summary>
    public static CoverageSettings Settings(ProcessInputs inputs) => new()
    {
        ThresholdDbm = inputs.Number(SitePlanInputs.Threshold),
        ReceiverHeightMetres = inputs.Number(SitePlanInputs.ReceiverHeight),
        MaxRadiusMetres = inputs.Find(SitePlanInputs.Reach)?.GetDouble() ?? RuralMacro.MaxDistanceWithoutLineOfSightMetres,
    };

    private static IEnumerable<ParameterFault> ReachFaults(ProcessInputs inputs)
    {
        var (least, most) = GroundInputs.IsOverGround(inputs) ? (250.0, 50_000.0) : (100, RuralMacro.MaxDistanceWithoutLineOfSightMetres);
        if (inputs.Find(SitePlanInputs.Reach) is { } reach && !(reach.GetDouble() >= least && reach.GetDouble() <= most))
            yield return new ParameterFault($"inputs.{SitePlanInputs.Reach}", reach.GetRawText(), new(
                string.Create(CultureInfo.InvariantCulture, $"từ {least} đến {most} m với mô hình này"), string.Create(CultureInfo.InvariantCulture, $"{least} to {most} m with this model")));
    }

    // Profiles take steps of at most 100 m, whatever the cells of the people are.
    private async Task<SitingGround?> GroundAsync(ProcessInputs inputs, GridFrame people, IEnumerable<NetworkCarrier> carriers, List<ParameterFault> faults, CancellationToken cancellation)
    {
        var network = GroundInputs.Settings(inputs, people) with
        {
            ThresholdDbm = inputs.Number(SitePlanInputs.Threshold),
            ReceiverHeightMetres = inputs.Number(SitePlanInputs.ReceiverHeight),
            RadiusMetres = inputs.Find(SitePlanInputs.Reach)?.GetDouble() ?? UsualReachMetres,
        };
        var times = (int)Math.Ceiling(people.CellSizeMetres / FinestMetres);
        var fine = people with { CellSizeMetres = people.CellSizeMetres / times, Rows = people.Rows * times, Columns = people.Columns * times };
        var around = fine.WithHalo((int)Math.Ceiling(network.RadiusMetres / fine.CellSizeMetres));
        var ground = new GroundInputs(store, _grids, _features);
        var calibration = await ground.CalibrationAsync(inputs, people, faults, threads, cancellation);
        var landscape = await ground.ReadAsync(inputs, around, faults, threads, cancellation);
        double[] tilts = [.. inputs.Find(SitePlanInputs.Tilts)!.Value.EnumerateArray().Select(t => t.GetDouble()).Where(t => t != 0).Distinct()]; // it has a default
        return landscape is null
            ? null
            : new SitingGround(
                landscape,
                new GroundServiceSettings(network with { OffsetsDb = calibration?.OffsetsDb }, inputs.Number(SitePlanInputs.Probability), inputs.Number(SitePlanInputs.Ratio), tilts),
                await AntennaInput.ReadAsync(store, carriers.Select(c => c.Mast), cancellation)) { Calibration = calibration };
    }

    /// <summary>What is wrong with groups of carriers over known ground; within a group none may stand twice.</summary>
    private static IEnumerable<ParameterFault> OnGround(string input, IEnumerable<IEnumerable<NetworkCarrier>> groups, SitingGround? ground)
    {
        if (ground is null)
            return [];
        var problems = new List<BilingualText>();
        foreach (var group in groups)
            problems.AddRange(NetworkCheck.Problems(ground.MastsOf(group, problems), ground.Service.Network, ground.Landscape));
        return problems.Distinct().Select(p => new ParameterFault($"inputs.{input}", "", p) { IsSentence = true });
    }

    private async Task<Grid<float>?> PeopleAsync(ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        var id = inputs.Text(SitePlanInputs.Population) ?? "";
        if (await grids.FindAsync(id, cancellation) is { Layer.IsCategorical: false } grid)
            return await grids.ValuesAsync(grid, cancellation);
        var known = string.Join(", ", (await grids.ListAsync(cancellation)).Take(50));
        faults.Add(new ParameterFault($"inputs.{SitePlanInputs.Population}", id, new($"lưới số người: {known}", $"a grid of persons: {known}")));
        return null;
    }

    private async Task<IReadOnlyList<NetworkCarrier>> CarriersAsync(string input, bool hasCost, ProcessInputs inputs, CoordinateSystem system, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (inputs.Find(input) is not { } value)
            return [];
        var (layer, features, fault) = await _features.ReadAsync(input, value, cancellation);
        if (layer is null)
        {
            faults.Add(fault!); // one of the two is always there
            return [];
        }
        var (isOverGround, masts) = (GroundInputs.IsOverGround(inputs), new MastInput(layer, features, system));
        if (masts.MissingColumn(input, ["site", .. MastInput.ColumnsOf(isOverGround), .. hasCost ? ["cost"] : Array.Empty<string>()]) is { } missing)
        {
            faults.Add(missing);
            return [];
        }
        List<NetworkCarrier> carriers = [.. masts.Rows().Select(m => new NetworkCarrier(masts.SiteOf(m.Feature), Loaded(m.Row, inputs), masts.Number(m.Feature, "cost")))];
        if (Problems(carriers, hasCost, isOverGround ? null : Settings(inputs)) is { Count: > 0 } problems)
            faults.Add(new ParameterFault($"inputs.{input}", layer.Id, new(string.Join("; ", problems.Select(p => p.Vi)), string.Join("; ", problems.Select(p => p.En)))) { IsSentence = true });
        return carriers;
    }

    private static MastRow Loaded(MastRow row, ProcessInputs inputs) => double.IsNaN(row.Load) ? row with { Load = inputs.Number(SitePlanInputs.Load) } : row;

    // what known ground has to say comes later, when the ground is known
    private static IReadOnlyList<BilingualText> Problems(List<NetworkCarrier> carriers, bool hasCost, CoverageSettings? settings) =>
    [
        .. carriers.Count == 0 ? [new BilingualText("không có điểm nào", "no point among the features")] : settings is null ? [] : CoverageMap.Problems([.. carriers.Select(c => c.Mast.AsTransmitter())], settings),
        .. carriers.Where(c => hasCost && !(c.Cost is >= 0 and <= 1e9)).Select(c => new BilingualText(
            string.Create(CultureInfo.InvariantCulture, $"{c.Mast.Id}: cost là {c.Cost}; được phép từ 0 đến 1000000000"),
            string.Create(CultureInfo.InvariantCulture, $"{c.Mast.Id}: cost is {c.Cost}; allowed are 0 to 1000000000"))),
    ];

    private async Task<IReadOnlyList<(string Code, string Name, Geometry Outline)>> UnitsAsync(ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        var (layer, features, fault) = await _features.ReadAsync(SitePlanInputs.Districts, inputs.Find(SitePlanInputs.Districts)!.Value, cancellation); // has a default
        if (layer is null)
        {
            faults.Add(fault!); // one of the two is always there
            return [];
        }
        var columns = layer.Properties.Select(p => p.Name).ToList();
        string Text(Feature feature, string column) => columns.IndexOf(column) is >= 0 and var index ? feature.Values[index]?.ToString() ?? "" : "";
        List<(string, string, Geometry)> units = [.. features.Where(f => f.Geometry is Polygon or MultiPolygon).Select(f => (Text(f, "unit_code"), Text(f, "name_vi"), f.Geometry!))]; // a polygon: the line before
        if (units.Count == 0 || !columns.Contains("unit_code"))
            faults.Add(new ParameterFault($"inputs.{SitePlanInputs.Districts}", layer.Id, new("đa giác với cột unit_code", "polygons with a column unit_code")));
        return units;
    }

    private static long[] Money(ProcessInputs inputs, IReadOnlyList<NetworkCarrier> candidates, List<ParameterFault> faults)
    {
        var (budget, years) = (inputs.Find(SitePlanInputs.Budget), inputs.Find(SitePlanInputs.Years));
        long[] money = years is { } list ? [.. list.EnumerateArray().Select(Parts)] : budget is { } sum ? [Parts(sum)] : [];
        if (budget is not null && years is not null)
            faults.Add(new ParameterFault($"inputs.{SitePlanInputs.Years}", years.Value.GetRawText(), new("budget hoặc years, không cả hai", "budget or years, not both")));
        if (money.Length == 0 && inputs.Find(SitePlanInputs.Share) is null && inputs.Find(SitePlanInputs.Floors) is null)
            faults.Add(new ParameterFault($"inputs.{SitePlanInputs.Budget}", "", new("một trong budget, years, share, floors", "one of budget, years, share, floors")));
        var cheapest = candidates.GroupBy(c => c.Site, StringComparer.Ordinal).Select(g => g.Sum(c => c.Cost)).DefaultIfEmpty(0).Min();
        if (money.Length > 0 && money.Sum() < cheapest * NetworkProblem.PartsOfCost)
            faults.Add(new ParameterFault(years is null ? $"inputs.{SitePlanInputs.Budget}" : $"inputs.{SitePlanInputs.Years}", (money.Sum() / NetworkProblem.PartsOfCost).ToString(CultureInfo.InvariantCulture), At(cheapest)));
        return money;

        static long Parts(JsonElement number) => (long)Math.Floor(number.GetDouble() * NetworkProblem.PartsOfCost);
        static BilingualText At(double cost) => new(string.Create(CultureInfo.InvariantCulture, $"từ {cost}: giá của vị trí rẻ nhất"), string.Create(CultureInfo.InvariantCulture, $"{cost} and more: what the cheapest site costs"));
    }

    private static IEnumerable<ParameterFault> Sharing(ProcessInputs inputs, IReadOnlyList<NetworkCarrier> standing)
    {
        if (inputs.Find(SitePlanInputs.EquipmentCost) is not { } cost)
            yield break;
        if (inputs.Find(SitePlanInputs.Share) is null)
            yield return new ParameterFault($"inputs.{SitePlanInputs.EquipmentCost}", cost.GetRawText(), new("cùng với share", "together with share"));
        if (standing.Count == 0 || standing.Any(c => c.Mast.Operator.Length == 0))
            yield return new ParameterFault($"inputs.{SitePlanInputs.Standing}", standing.FirstOrDefault(c => c.Mast.Operator.Length == 0)?.Mast.Id ?? "", new("trạm đang có với cột operator được điền", "standing sites with their column operator filled in"));
        else if (standing.Select(c => c.Mast.Operator).Distinct(StringComparer.Ordinal).Count() > 10)
            yield return new ParameterFault($"inputs.{SitePlanInputs.Standing}", "operator", new("không quá 10 nhà mạng", "at most 10 operators"));
    }

    private static double[] Floors(ProcessInputs inputs, IReadOnlyList<string> codes, List<ParameterFault> faults)
    {
        if (inputs.Find(SitePlanInputs.Floors) is not { } given)
            return [];
        var floors = new double[codes.Count];
        foreach (var member in given.EnumerateObject())
        {
            if (member.Name != "*" && !codes.Contains(member.Name, StringComparer.Ordinal))
                faults.Add(new ParameterFault($"inputs.{SitePlanInputs.Floors}", member.Name, new($"{string.Join(", ", codes)}, *", $"{string.Join(", ", codes)}, *")));
            else if (member.Value.ValueKind != JsonValueKind.Number || member.Value.GetDouble() is not (>= 0 and <= 1))
                faults.Add(new ParameterFault($"inputs.{SitePlanInputs.Floors}.{member.Name}", member.Value.GetRawText(), new("số trong 0..1", "a number in 0..1")));
            else
                Set(member.Name, member.Value.GetDouble());
        }
        return floors;

        void Set(string name, double share)
        {
            for (var i = 0; i < floors.Length; i++)
            {
                if (codes[i] == name || (name == "*" && !given.TryGetProperty(codes[i], out _)))
                    floors[i] = share;
            }
        }
    }

    /// <summary>As a run lays its districts: a cell belongs to the one that holds its centre.</summary>
    private static Grid<int> Lay(GridFrame frame, IReadOnlyList<(string Code, string Name, Geometry Outline)> units)
    {
        var projection = Projection.Between(CoordinateSystems.Crs84, frame.System);
        var labels = new Grid<int>(frame);
        foreach (var (index, unit) in units.Index())
            Rasteriser.Burn(labels, projection.Transform(unit.Outline), index + 1, CellRule.Centre);
        return labels;
    }
}
