using Geo.Api.Http;
using Geo.Engine.Formats;

namespace Geo.Api.Formats;

/// <summary>The forms that features leave in, from the service and from the command line.</summary>
internal static class FeatureForms
{
    /// <summary>Forms of pages beside GeoJSON and HTML.</summary>
    public static IReadOnlyList<Representation> OfPages { get; } = [.. All(new FeatureFormOptions(TimeProvider.System)).Skip(1).Select(FormOf)];

    /// <summary>Forms of a whole layer.</summary>
    public static IReadOnlyList<Representation> OfLayers { get; } = [Representation.GeoJson, .. OfPages];

    /// <summary>All formats, GeoJSON first.</summary>
    public static IReadOnlyList<FeatureFormat> All(FeatureFormOptions options) =>
    [
        new GeoJsonFormat(),
        new JsonFgFormat(),
        new GeoJsonSequenceFormat(),
        new CsvFormat(new CsvExportOptions(options.ByteOrderMark)),
        new GeoPackageFormat(options.Time),
        new FlatGeobufFormat(options.HasIndex),
        new GeoParquetFormat(),
    ];

    /// <summary>The format behind a form.</summary>
    public static FeatureFormat Find(Representation form, FeatureFormOptions options) => All(options).First(f => f.Key == form.Key);

    private static Representation FormOf(FeatureFormat format) =>
        format is JsonFgFormat ? new(format.Key, format.MediaType, "application/vnd.ogc.fg+json") : new(format.Key, format.MediaType);
}
