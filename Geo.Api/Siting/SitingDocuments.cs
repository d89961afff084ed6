using System.Text.Json.Nodes;
using Geo.Engine.Siting;

namespace Geo.Api.Siting;

/// <summary>The answer to a siting question as JSON: in people, units of cost and years.</summary>
internal static class SitingDocuments
{
    /// <summary>The plan, its bound and what interference does to it.</summary>
    public static JsonObject Plan(SitingQuestion question, SitingAnswer answer, int firstYear) => new()
    {
        ["people"] = People(question.Whole().Total),
        ["peopleBefore"] = People(answer.Network.Problem.Serve([]).Total),
        ["peopleServed"] = People(answer.Years[^1].Served.Total),
        ["peopleReachable"] = People(answer.Network.Problem.Reachable().Total),
        ["sites"] = answer.Chosen.Count,
        ["cost"] = Cost(answer.Years.Sum(y => y.Cost)),
        ["objective"] = Goal(answer, question, answer.Objective),
        ["bound"] = Goal(answer, question, answer.Bound),
        ["unit"] = answer.IsCheapest ? "cost" : question.Years.Count > 1 ? "people x years, discounted" : "people",
        ["gap"] = answer.Gap,
        ["years"] = new JsonArray([.. answer.Years.Select((y, i) => (JsonNode)new JsonObject { ["year"] = firstYear + i, ["sites"] = y.Built.Count, ["cost"] = Cost(y.Cost), ["peopleServed"] = People(y.Served.Total) })]),
        ["districts"] = new JsonArray([.. question.Districts.Select((code, i) => (JsonNode)District(question, answer, code, i))]),
        ["model"] = question.Ground is null ? "3GPP TR 38.901 RMa" : "ITU-R P.1812",
        ["calibration"] = question.Ground?.Calibration?.Told(),
        ["interference"] = Interference(question, answer),
        ["sharing"] = answer.Sharing is { } sharing ? new JsonObject { ["without"] = Costs(sharing.Alone), ["with"] = Costs(sharing.Shared) } : null,
    };

    /// <summary>The curve, a row for each point.</summary>
    public static JsonObject Curve(SitingAnswer answer) => new()
    {
        ["points"] = new JsonArray([.. answer.Curve.Select(p => (JsonNode)new JsonObject
        {
            ["budget"] = Cost(p.Budget),
            ["cost"] = Cost(p.Plan.Cost),
            ["sites"] = p.Plan.Chosen.Count,
            ["peopleServed"] = People(p.Plan.Objective),
            ["bound"] = People(p.Plan.Bound),
            ["gap"] = p.Plan.Gap,
        })]),
    };

    /// <summary>Weight as people.</summary>
    public static double People(long weight) => weight / NetworkDemand.PartsOfPerson;

    /// <summary>Cost in the unit of the candidates.</summary>
    public static double Cost(long cost) => cost / NetworkProblem.PartsOfCost;

    // Weights of years are counted by shares in thousandths.
    private static double Goal(SitingAnswer answer, SitingQuestion question, long value) =>
        answer.IsCheapest ? Cost(value) : IsByYear(question) ? People(value) / 1_000 : People(value);

    private static bool IsByYear(SitingQuestion question) => question.Years.Count > 1 || question.Share > 0 || question.Floors.Any(f => f > 0);

    private static JsonObject District(SitingQuestion question, SitingAnswer answer, string code, int index)
    {
        var whole = question.Whole().ByDistrict[index];
        var served = answer.Years[^1].Served.ByDistrict[index];
        return new JsonObject
        {
            ["unitCode"] = code,
            ["name"] = question.Demand.Districts[index],
            ["people"] = People(whole),
            ["peopleServed"] = People(served),
            ["share"] = whole == 0 ? null : served / (double)whole,
            ["floor"] = question.Floors.Count == 0 ? 0 : question.Floors[index],
        };
    }

    private static JsonObject Costs(SitingPlan? plan) => plan is null
        ? new JsonObject { ["reached"] = false }
        : new JsonObject { ["reached"] = true, ["sites"] = plan.Chosen.Count, ["cost"] = Cost(plan.Cost), ["bound"] = Cost(plan.Bound), ["gap"] = plan.Gap };

    private static JsonObject Interference(SitingQuestion question, SitingAnswer answer)
    {
        string Name(int site) => answer.Network.Problem.Sites[site].Id;
        double Degrees(int tilt) => tilt == 0 || question.Ground is null ? 0 : question.Ground.Service.TiltsDegrees[tilt - 1];
        return new JsonObject
        {
            ["peopleServed"] = People(answer.Repaired.Before.Total),
            ["peopleServedAfterRepair"] = People(answer.Repaired.After.Total),
            ["steps"] = new JsonArray([.. answer.Repaired.Steps.Select(s => (JsonNode)new JsonObject { ["site"] = Name(s.Site), ["replacedBy"] = s.Substitute is { } other ? Name(other) : null, ["tiltedBy"] = s.Tilt is { } tilt ? Degrees(tilt) : null, ["peopleServed"] = People(s.Weight) })]),
            ["tilted"] = new JsonArray([.. answer.Repaired.Sites.Where(s => s.Tilt > 0).Select(s => (JsonNode)new JsonObject { ["site"] = Name(s.Site), ["tiltedBy"] = Degrees(s.Tilt) })]),
            ["evaluations"] = answer.Repaired.Evaluations,
            ["settled"] = answer.Repaired.IsSettled,
        };
    }
}
