using CsvHelper;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Engine.Formats.Export;

/// <summary>Writes CSV (RFC 4180, lines end in CR LF). Formula guard by OWASP, "CSV Injection": text only, numbers are ours.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(LayerContent content, Stream target, CsvExportOptions options, CancellationToken cancellation)
    {
        if (options.Separator is not (',' or ';' or '\t'))
            throw new ArgumentOutOfRangeException(nameof(options), options.Separator, "The separator is a comma, a semicolon or a tab.");
        var settings = new CsvWriterOptions
        {
            Separator = options.Separator,
            WriteByteOrderMark = options.ByteOrderMark,
            Injection = CsvInjection.Escape,
        };
        await using var writer = CsvWriter.Create(target, settings, leaveOpen: true);
        WriteHeader(writer, content.Definition);
        await writer.EndRecordAsync(cancellation);
        var wkt = new WKTWriter(3);
        await foreach (var feature in content.Features.WithCancellation(cancellation))
        {
            writer.WriteField<long>(feature.Id);
            foreach (var value in feature.Values)
                WriteValue(writer, value);
            WriteGeometry(writer, content.Definition.GeometryKind, feature.Geometry, wkt);
            await writer.EndRecordAsync(cancellation);
        }

        await writer.FlushAsync(cancellation);
    }

    private static void WriteHeader(CsvWriter writer, LayerDefinition definition)
    {
        writer.WriteField(FreeName.Of("id", definition));
        foreach (var property in definition.Properties)
            writer.WriteField(property.Name);
        string[] position = definition switch
        {
            { GeometryKind: GeometryKind.None } => [],
            { GeometryKind: GeometryKind.Point, System.IsGeographic: true } => ["lon", "lat"],
            { GeometryKind: GeometryKind.Point } => ["easting", "northing"],
            _ => ["wkt"],
        };
        foreach (var name in position)
            writer.WriteField(FreeName.Of(name, definition));
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

    private static void WriteGeometry(CsvWriter writer, GeometryKind kind, Geometry? geometry, WKTWriter wkt)
    {
        if (kind == GeometryKind.None)
            return;
        if (kind != GeometryKind.Point)
        {
            writer.WriteField(geometry is null ? "" : wkt.Write(geometry));
            return;
        }

        var point = geometry is Point { IsEmpty: false } place ? place : null;
        writer.WriteField(point?.X);
        writer.WriteField(point?.Y);
    }
}
