using System.Globalization;
using Geo.Api.Http;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>The parameter <c>weights</c>: <c>canal:3,road:1,cover:2</c>, a number for each criterion of a theme.</summary>
internal static class WeightsParameter
{
    private const double Most = 1e6;

    /// <summary>The weights in the order of the criteria; faults are added to the request, and the weights are then not to be used.</summary>
    public static IReadOnlyList<double> Parse(ApiRequest request, Theme theme)
    {
        var text = request.Parameter("weights") ?? "";
        var given = text.Split(',').Select(p => p.Split(':')).Where(p => p.Length == 2).ToList();
        var weights = theme.Criteria.Select(c => given.Where(g => g[0] == c.Id).Select(g => Number(g[1])).ToList() is [var only] ? only : double.NaN).ToList();
        if (given.Count != text.Split(',').Length || given.Count != theme.Criteria.Count || weights.Any(double.IsNaN) || weights.Sum() == 0)
            request.Faults.Add(new ParameterFault("weights", text, Allowed(theme)));
        return weights;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= Most ? number : double.NaN;

    private static BilingualText Allowed(Theme theme)
    {
        var form = string.Join(',', theme.Criteria.Select(c => $"{c.Id}:1"));
        return new(
            FormattableString.Invariant($"{form}: mỗi tiêu chí đúng một lần, với số từ 0 đến {Most}, không phải tất cả bằng 0"),
            FormattableString.Invariant($"{form}: each criterion once, with a number from 0 to {Most}, not all of them 0"));
    }
}
