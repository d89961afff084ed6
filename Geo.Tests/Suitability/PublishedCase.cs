using System.Text.Json;
using Geo.Engine.Suitability;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Suitability;

/// <summary>One case of the published values of multi-criteria methods.</summary>
internal sealed class PublishedCase(string file, string id)
{
    private readonly JsonElement reference = ReferenceCases.Find("mcda", file, id);

    public double Tolerance => reference.GetProperty("tolerance").GetDouble();

    public DecisionMatrix Matrix() => new(
        Rows("input", "matrix"),
        Input("types") is { ValueKind: JsonValueKind.Array } types
            ? [.. types.EnumerateArray().Select(t => t.GetInt32() > 0 ? Direction.Benefit : Direction.Cost)]
            : [.. Rows("input", "matrix")[0].Select(_ => Direction.Benefit)]);

    public JsonElement Input(string name) => reference.GetProperty("input").GetProperty(name);

    public JsonElement Expected(params string[] path) => path.Aggregate(reference.GetProperty("expected"), (e, name) => e.GetProperty(name));

    public double[] Numbers(string part, string name) => Numbers(reference.GetProperty(part).GetProperty(name));

    public double[][] Rows(string part, string name) => [.. reference.GetProperty(part).GetProperty(name).EnumerateArray().Select(Numbers)];

    public static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetDouble())];

    public void AssertClose(JsonElement expected, IReadOnlyList<double> actual) => AssertClose(Numbers(expected), actual);

    public void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], actual[i], Tolerance);
    }
}
