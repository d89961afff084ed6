using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>Origin and trust, in one language.</summary>
/// <param name="Status">Machine word.</param>
/// <param name="StatusText">The same for people.</param>
internal sealed record ProvenanceDocument(string Source, string Licence, string Attribution, string Date, string Status, string StatusText, double? AccuracyMetres)
{
    private static readonly Dictionary<LayerStatus, BilingualText> StatusTexts = new()
    {
        [LayerStatus.Surveyed] = new("đo đạc, chính thức", "surveyed or official"),
        [LayerStatus.Generalised] = new("khái quát hóa", "generalised"),
        [LayerStatus.Schematic] = new("sơ đồ", "schematic"),
        [LayerStatus.Modelled] = new("tính từ mô hình", "modelled"),
        [LayerStatus.Synthetic] = new("số liệu giả định để dùng thử", "synthetic, to try the system"),
    };

    /// <summary>The document of a provenance.</summary>
    public static ProvenanceDocument Of(LayerProvenance provenance, string language) => new(
        provenance.Source,
        provenance.Licence,
        provenance.Attribution,
        provenance.Date,
        Word(provenance.Status),
        StatusTexts[provenance.Status].For(language),
        provenance.AccuracyMetres);

    /// <summary>The machine word of a status.</summary>
    public static string Word(LayerStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>A status for people.</summary>
    public static BilingualText Text(LayerStatus status) => StatusTexts[status];
}
