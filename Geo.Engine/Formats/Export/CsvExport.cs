using CsvHelper;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Engine.Formats.Export;

/// <summary>Writes CSV (RFC 4180, lines end in CR LF). Formula guard by OWASP, "CSV Injection": text only, numbers are ours.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(Layer layer, IAsyncEnumerable<Feature> features, Stream target, CsvExportOptions options, CancellationToken cancellation)
    {
        if (options.Separator is not (',' or ';' or '\t'))
            throw new ArgumentOutOfRangeException(nameof(options), options.Separator, "The separator is a comma, a semicolon or a tab.");
        var geometries = new ExportGeometry(layer);
        var settings = new CsvWriterOptions
        {
            Separator = options.Separator,
            WriteByteOrderMark = options.ByteOrderMark,
            Injection = CsvInjection.Escape,
        };
        await using var writer = CsvWriter.Create(target, settings, leaveOpen: true);
        WriteHeader(writer, layer.Definition);
        await writer.EndRecordAsync(cancellation);
        await foreach (var feature in features.WithCancellation(cancellation))
        {
            writer.WriteField<long>(feature.Id);
            foreach (var value in feature.Values)
                WriteValue(writer, value);
            WriteGeometry(writer, layer.Definition.GeometryKind, geometries.Of(feature));
            await writer.EndRecordAsync(cancellation);
        }

        await writer.FlushAsync(cancellation);
    }

    private static void WriteHeader(CsvWriter writer, LayerDefinition definition)
    {
        string[] names = ["id", .. definition.Properties.Select(p => p.Name)];
        foreach (var name in names)
            writer.WriteField(name);
        string[] position = definition.GeometryKind switch
        {
            GeometryKind.None => [],
            GeometryKind.Point => ["lon", "lat"],
            _ => ["wkt"],
        };
        foreach (var name in position)
            writer.WriteField(names.Contains(name, StringComparer.OrdinalIgnoreCase) ? "geometry_" + name : name);
    }

    private static void WriteValue(CsvWriter writer, object? value)
    {
        switch (value)
        {
            case long integer:
                writer.WriteField<long>(integer);
                break;
            case double number:
                writer.WriteField<double>(number);
                break;
            default:
                writer.WriteField(ExportText.Of(value));
                break;
        }
    }

    private static void WriteGeometry(CsvWriter writer, GeometryKind kind, Geometry? geometry)
    {
        if (kind == GeometryKind.None)
            return;
        if (kind != GeometryKind.Point)
        {
            writer.WriteField(geometry is null ? "" : new WKTWriter(2).Write(geometry));
            return;
        }

        var point = geometry as Point;
        writer.WriteField(point?.X);
        writer.WriteField(point?.Y);
    }
}
