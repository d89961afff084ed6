using System.Globalization;

namespace Geo.Engine.Formats.Export;

/// <summary>Property values as text for machines: invariant numbers, ISO 8601 dates, moments in UTC.</summary>
internal static class ExportText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A property holds a {value.GetType().Name}.", nameof(value)),
    };
}
