using Geo.Engine.Features;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Names of statuses for people.</summary>
internal static class StatusText
{
    /// <summary>The name of a status; the English one is the word in result layers.</summary>
    public static BilingualText Of(LayerStatus status) => status switch
    {
        LayerStatus.Surveyed => new("đo đạc", "surveyed"),
        LayerStatus.Generalised => new("khái quát hóa", "generalised"),
        LayerStatus.Schematic => new("sơ đồ", "schematic"),
        LayerStatus.Modelled => new("mô hình", "modelled"),
        _ => new("giả lập", "synthetic"),
    };
}
