using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>The grids <c>suitability-{theme}</c> and <c>classes-{theme}</c> with their metadata.</summary>
internal static class ResultGrids
{
    /// <summary>Colours from best to worst: dark to light, told apart by readers who do not see red and green.</summary>
    private static readonly string[] ScoreColours = ["#f7f4e3", "#d5e3b1", "#8fc89a", "#3fa18f", "#12616b"];

    private static readonly LegendEntry[] ClassLegend =
    [
        new(1, 1, "#12616b", new("Rất thích hợp (S1)", "Highly suitable (S1)")),
        new(2, 2, "#5bb08f", new("Thích hợp (S2)", "Moderately suitable (S2)")),
        new(3, 3, "#d8dc8b", new("Ít thích hợp (S3)", "Marginally suitable (S3)")),
        new(4, 4, "#b9b4ae", new("Không thích hợp (N)", "Not suitable (N)")),
    ];

    /// <summary>The documents of a theme.</summary>
    public static IEnumerable<StoredDocument> Of(ThemeResult theme, RunManifest run)
    {
        var (id, title) = (theme.Theme.Id, theme.Theme.Title);
        var (provenance, origin, threads) = (ResultProvenance.Of(run), new GridOrigin(run.ScenarioId, id), run.Environment.Threads);
        var score = new GridLayer(
            $"suitability-{id}",
            new($"Mức thích hợp: {title.Vi}", $"Suitability: {title.En}"),
            new("Điểm từ 0 (kém nhất) đến 1 (tốt nhất).", "Score from 0 (worst) to 1 (best)."),
            false,
            "1",
            provenance,
            ScoreLegend()) { Origin = origin };
        var classes = new GridLayer(
            $"classes-{id}",
            new($"Phân hạng thích hợp: {title.Vi}", $"Suitability classes: {title.En}"),
            new("Các mức S1, S2, S3, N của FAO (1976).", "Classes S1, S2, S3, N of FAO (1976)."),
            true,
            null,
            provenance,
            ClassLegend) { Origin = origin };
        return
        [
            Tiff(score.Id, theme.Score, new GeoTiffOptions { Threads = threads }),
            Description(score),
            Tiff(classes.Id, theme.Classes, new GeoTiffOptions { Nodata = 0, Threads = threads }),
            Description(classes),
            .. theme.Uncertainty is null ? [] : DoubtGrids.Of(theme, theme.Uncertainty, provenance, origin).SelectMany(d => new[] { Tiff(d.Layer.Id, d.Shares, new GeoTiffOptions { Threads = threads }), Description(d.Layer) }),
        ];
    }

    private static StoredDocument Tiff<T>(string id, Grid<T> grid, GeoTiffOptions options)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        GeoTiffFile.Write(stream, grid, options);
        return new StoredDocument($"grids/{id}.tif", "image/tiff; application=geotiff", stream.ToArray());
    }

    private static StoredDocument Description(GridLayer layer) => new($"grids/{layer.Id}.json", "application/json", GridLayerJson.Write(layer));

    /// <summary>Equal steps; the last one reaches past 1, since upper ends are not included.</summary>
    internal static LegendEntry[] ScoreLegend() => [.. ScoreColours.Select((colour, i) =>
    {
        var (from, to) = (i / (double)ScoreColours.Length, (i + 1) / (double)ScoreColours.Length);
        var text = string.Create(CultureInfo.InvariantCulture, $"{from:0.0} – {to:0.0}");
        return new LegendEntry(from, i == ScoreColours.Length - 1 ? 1.001 : to, colour, new(text.Replace('.', ','), text));
    })];
}
