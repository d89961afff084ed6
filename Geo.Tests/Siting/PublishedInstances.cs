using System.Globalization;
using Geo.Engine.Siting;

namespace Geo.Tests.Siting;

/// <summary>The published instances of reference/siting, read as their README says.</summary>
/// <param name="root">The folder <c>reference/siting</c>.</param>
internal sealed class PublishedInstances(string root)
{
    private const double EarthRadiusMetres = 6_378_100;

    /// <summary>Rows of a file behind its heading, cut at commas.</summary>
    public IEnumerable<string[]> Rows(params string[] path) => File.ReadLines(Path.Combine([root, .. path])).Skip(1).Select(l => l.Split(','));

    /// <summary>Names of the instances of a family with their published value, smallest first by the order of the file.</summary>
    public IEnumerable<string[]> Listed(string family) => Rows(family, "instances.csv");

    /// <summary>Census points that serve all points within a radius.</summary>
    public SitingProblem Covering(string name, double radiusMetres)
    {
        var points = Rows("mclp", $"{name}.csv").Select(r => (Latitude: Number(r[1]) * Math.PI / 180, Longitude: Number(r[2]) * Math.PI / 180, Demand: Whole(r[3]))).ToArray();
        bool Reaches(int a, int b)
        {
            var cosine = (Math.Cos(points[a].Latitude) * Math.Cos(points[b].Latitude) * Math.Cos(points[a].Longitude - points[b].Longitude)) + (Math.Sin(points[a].Latitude) * Math.Sin(points[b].Latitude));
            return a == b || EarthRadiusMetres * Math.Acos(Math.Clamp(cosine, -1, 1)) <= radiusMetres;
        }
        return new SitingProblem(
            [.. points.Select(p => new DemandCell(p.Demand, -1))],
            [.. points.Select((_, site) => new CandidateSite(Name(site), 1, false, [.. Enumerable.Range(0, points.Length).Where(cell => Reaches(site, cell))]))],
            []);
    }

    /// <summary>Rows to cover by columns with costs.</summary>
    public SitingProblem SetCover(string name)
    {
        var rows = Rows("setcover", $"{name}_rows.csv").Select(r => r[1].Split(' ').Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToHashSet()).ToArray();
        var costs = Rows("setcover", $"{name}_costs.csv").Select(r => Whole(r[1])).ToArray();
        return new SitingProblem(
            [.. rows.Select(_ => new DemandCell(1, -1))],
            [.. costs.Select((cost, column) => new CandidateSite(Name(column), cost, false, [.. rows.Index().Where(r => r.Item.Contains(column + 1)).Select(r => r.Index)]))],
            []);
    }

    /// <summary>A graph whose nodes are customers and places; of an edge listed twice the last line counts.</summary>
    public MedianProblem Median(string name, int nodes)
    {
        var distances = new double[nodes, nodes];
        for (var from = 0; from < nodes; from++)
        {
            for (var to = 0; to < nodes; to++)
                distances[from, to] = from == to ? 0 : double.PositiveInfinity;
        }
        foreach (var edge in Rows("pmedian", $"{name}_edges.csv"))
        {
            var (from, to) = ((int)Whole(edge[0]) - 1, (int)Whole(edge[1]) - 1);
            distances[from, to] = distances[to, from] = Number(edge[2]);
        }
        for (var middle = 0; middle < nodes; middle++)
        {
            for (var from = 0; from < nodes; from++)
            {
                for (var to = 0; to < nodes; to++)
                    distances[from, to] = Math.Min(distances[from, to], distances[from, middle] + distances[middle, to]);
            }
        }
        return new MedianProblem(nodes, nodes, (customer, place) => distances[customer, place]);
    }

    /// <summary>Stores of San Francisco that serve all people of tracts within a radius along streets.</summary>
    public SitingProblem CoveringStores(double radiusMetres)
    {
        var (people, stores, metres) = Stores();
        return new SitingProblem(
            [.. people.Select(p => new DemandCell(p, -1))],
            [.. stores.Select((store, s) => new CandidateSite(store, 1, false, [.. Enumerable.Range(0, people.Length).Where(t => metres[t][s] <= radiusMetres)]))],
            []);
    }

    /// <summary>People of tracts of San Francisco and their ways to stores.</summary>
    public MedianProblem MedianStores()
    {
        var (people, stores, metres) = Stores();
        return new MedianProblem(people.Length, stores.Length, (tract, store) => people[tract] * metres[tract][store]);
    }

    /// <summary>Names of the stores, in order.</summary>
    public string[] StoreNames() => Stores().Stores;

    /// <summary>A number of a file.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A whole number of a file.</summary>
    public static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Name(int index) => index.ToString("D5", CultureInfo.InvariantCulture);

    private (long[] People, string[] Stores, double[][] Metres) Stores()
    {
        var stores = File.ReadLines(Path.Combine(root, "spopt_sf", "distance_m.csv")).First().Split(',')[2..];
        var rows = Rows("spopt_sf", "distance_m.csv").ToArray();
        return ([.. rows.Select(r => Whole(r[1]))], stores, [.. rows.Select(r => r[2..].Select(Number).ToArray())]);
    }
}
