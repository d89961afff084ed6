using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Siting;
using NetTopologySuite.Geometries;

namespace Geo.Api.Siting;

/// <summary>The answer to a siting question as layers.</summary>
internal static class SitingLayers
{
    private static readonly LayerProvenance Provenance = new("plan-sites", "CC0-1.0", "SocTrangGeo", "", LayerStatus.Modelled, null);

    /// <summary>The sites of the plan in the order in which they are built: year after year, of a year those first that serve most more people.</summary>
    public static LayerContent Sites(SitingAnswer answer, CoordinateSystem system, int firstYear)
    {
        var toLonLat = Projection.Between(system, CoordinateSystems.Crs84);
        var factory = new GeometryFactory(new PrecisionModel(), CoordinateSystems.Crs84.Srid);
        return Layer("planned-sites", new("Vị trí được chọn", "Chosen sites"), GeometryKind.Point, [
            new("site", PropertyType.Text, new("Vị trí", "Site")), new("rank", PropertyType.Integer, new("Thứ tự", "Order")), new("year", PropertyType.Integer, new("Năm", "Year")),
            new("cost", PropertyType.Number, new("Chi phí", "Cost")), new("people_gained", PropertyType.Number, new("Người được phủ thêm", "People gained"))],
            Order(answer).Select((s, i) => new Feature(i + 1, At(s.Site), [answer.Network.Problem.Sites[s.Site].Id, (long)i + 1, (long)firstYear + s.Year, SitingDocuments.Cost(answer.Network.Problem.Sites[s.Site].Cost), SitingDocuments.People(s.Gained)])));

        Point At(int site)
        {
            var mast = answer.Network.Carriers[site][0].Mast;
            var (x, y) = toLonLat.Transform(mast.X, mast.Y);
            return factory.CreatePoint(new Coordinate(x, y));
        }
    }

    /// <summary>Where people stay without service at the end: one row for each district, with how many.</summary>
    public static LayerContent Uncovered(SitingQuestion question, SitingAnswer answer, int threads, CancellationToken cancellation)
    {
        var (demand, isServed) = (question.Demand, SitingQuestion.Served(answer.Network.Problem, answer.Chosen));
        var people = new long[demand.Districts.Count];
        foreach (var (cell, place) in demand.Cells.Index().Where(c => !isServed[c.Index]).Select(c => (c.Item, c.Index)))
            people[cell.District] += cell.Weight;
        var outlines = Polygoniser.Polygonise(demand.Where(cell => !isServed[cell]), new GeometryFactory(new PrecisionModel(), demand.Frame.System.Srid), threads, cancellation);
        var toLonLat = Projection.Between(demand.Frame.System, CoordinateSystems.Crs84);
        return Layer("uncovered-people", new("Dân cư chưa được phủ", "People still uncovered"), GeometryKind.MultiPolygon, [
            new("unit_code", PropertyType.Text, new("Mã đơn vị", "Unit code")), new("district", PropertyType.Text, new("Đơn vị hành chính", "Administrative unit")),
            new("people", PropertyType.Number, new("Số người", "People"))],
            outlines.Select((o, i) => new Feature(i + 1, AsMulti(toLonLat.Transform(o.Geometry)), [question.Districts[o.Label - 1], demand.Districts[o.Label - 1], SitingDocuments.People(people[o.Label - 1])])));
    }

    private static List<(int Site, int Year, long Gained)> Order(SitingAnswer answer)
    {
        var (problem, ordered, built) = (answer.Network.Problem, new List<(int, int, long)>(), new List<int>());
        var served = problem.Serve([]).Total;
        foreach (var (year, planned) in answer.Years.Index())
        {
            var left = planned.Built.ToList();
            while (left.Count > 0)
            {
                var (site, weight) = left.Select(s => (s, problem.Serve([.. built, s]).Total)).MaxBy(s => s.Total);
                ordered.Add((site, year, weight - served));
                (served, _) = (weight, left.Remove(site));
                built.Add(site);
            }
        }
        return ordered;
    }

    private static Geometry AsMulti(Geometry outline) => outline is Polygon polygon ? outline.Factory.CreateMultiPolygon([polygon]) : outline;

    private static LayerContent Layer(string id, BilingualText title, GeometryKind kind, IReadOnlyList<PropertyDefinition> columns, IEnumerable<Feature> features) => new(
        new LayerDefinition
        {
            Id = id,
            Title = title,
            Description = title,
            GeometryKind = kind,
            System = CoordinateSystems.Crs84,
            Properties = columns,
            Provenance = Provenance,
        },
        features.ToAsyncEnumerable());
}
