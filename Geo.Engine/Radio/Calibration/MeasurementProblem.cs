namespace Geo.Engine.Radio.Calibration;

/// <summary>What is wrong with a line of a file of measurements.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What was received and what is allowed.</param>
public sealed record MeasurementProblem(long Line, BilingualText Message)
{
    private const int MostSites = 20;

    /// <summary>A measurement of a site that is not known.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="sites">All sites.</param>
    public static MeasurementProblem UnknownSite(Measurement measurement, IEnumerable<string> sites) => NotOne(measurement, [], sites);

    /// <summary>A measurement whose site and band do not name one carrier.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="bands">Bands of its site; empty when the site is not known.</param>
    /// <param name="sites">All sites.</param>
    internal static MeasurementProblem NotOne(Measurement measurement, IEnumerable<string> bands, IEnumerable<string> sites)
    {
        var has = string.Join(", ", bands);
        var known = string.Join(", ", sites.Order(StringComparer.Ordinal).Take(MostSites));
        return has.Length == 0 && !sites.Contains(measurement.Site, StringComparer.Ordinal)
            ? new(measurement.Line, new($"site '{measurement.Site}' không có trong lớp trạm; có: {known}", $"site '{measurement.Site}' is not in the layer of masts; there are: {known}"))
            : new(measurement.Line, new($"band '{measurement.Band}' của site '{measurement.Site}' không chỉ ra một sóng mang; có: {has}", $"band '{measurement.Band}' of site '{measurement.Site}' does not name one carrier; there are: {has}"));
    }
}
