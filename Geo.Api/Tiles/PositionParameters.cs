using System.Globalization;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Tiles;

/// <summary>The parameters <c>lon</c> and <c>lat</c> of a position.</summary>
internal static class PositionParameters
{
    /// <summary>The position in degrees, WGS 84; faults are added to the request, and the position is then not to be used.</summary>
    public static (double Longitude, double Latitude) Parse(ApiRequest request) => (Read(request, "lon", 180), Read(request, "lat", 90));

    private static double Read(ApiRequest request, string name, double most)
    {
        var text = request.Parameter(name) ?? "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            return degrees;
        var limits = string.Create(CultureInfo.InvariantCulture, $"-{most}..{most}");
        request.Faults.Add(new ParameterFault(name, text, new BilingualText($"bắt buộc: số độ trong {limits}", $"required: degrees in {limits}")));
        return double.NaN;
    }
}
