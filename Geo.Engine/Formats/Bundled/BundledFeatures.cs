using System.Runtime.CompilerServices;
using Geo.Engine.Features;
using Geo.Engine.Formats.GeoJson;
using Geo.Engine.Formats.Intake;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.Bundled;

/// <summary>The features of a bundled GeoJSON file, read by the columns of the catalogue: nothing is inferred and nothing is mended.</summary>
internal static class BundledFeatures
{
    /// <summary>Streams the features; ids are those of the file, else the order.</summary>
    public static async IAsyncEnumerable<Feature> ReadAsync(string path, LayerDefinition layer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var report = new ImportReport();
        var file = new GeoJsonFile(path, idsBecomeColumn: false);
        await file.SurveyAsync(report, cancellation);
        var survey = new FileSurvey(layer.Properties, new HashSet<GeometryKind>(), CoordinateSystems.Crs84);
        await foreach (var raw in file.ReadAsync(survey, report, cancellation))
        {
            var geometry = raw.Geometry is null ? null : GeometryShape.Promote(raw.Geometry, layer.GeometryKind);
            if (geometry is not null && !Fits(geometry, layer.GeometryKind))
                throw file.Refusal(file.Place(raw), $"a {geometry.GeometryType} in a layer of {layer.GeometryKind}");
            yield return new Feature(raw.Id ?? raw.Number, geometry, raw.Values);
        }
    }

    private static bool Fits(NetTopologySuite.Geometries.Geometry geometry, GeometryKind kind) =>
        kind == GeometryKind.Geometry || geometry.GeometryType == kind.ToString();
}
