using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>The grids <c>confidence-{theme}</c>, <c>probability-{theme}</c>, <c>under-errors-{theme}</c>, <c>among-best-{theme}</c> and <c>joint-{theme}</c>, those of them that a run has made.</summary>
internal static class DoubtGrids
{
    /// <summary>Grids with their metadata.</summary>
    public static IEnumerable<(GridLayer Layer, Grid<float> Shares)> Of(ThemeResult theme, UncertaintyResult result, LayerProvenance provenance, GridOrigin origin)
    {
        var pass = result.Report.Pass;
        (string Name, Grid<float>? Shares, BilingualText Title, BilingualText Description)[] grids =
        [
            ("confidence", result.Confidence, new("Độ tin cậy trước mọi trọng số", "Confidence under all weightings"),
                new($"Tỷ lệ của mọi bộ trọng số có thể mà ô đạt {pass}, tính chính xác.", $"Share of all possible weightings under which a cell reaches {pass}, in closed form.")),
            ("probability", result.Probability, new("Xác suất đạt theo trọng số", "Probability under drawn weights"),
                new($"Tỷ lệ các bộ trọng số đã rút mà ô đạt {pass}.", $"Share of the drawn weightings under which a cell reaches {pass}.")),
            ("under-errors", result.UnderErrors, new("Xác suất đạt theo sai số của lớp", "Probability under errors of the layers"),
                new($"Tỷ lệ các sai số đã rút mà ô đạt {pass}.", $"Share of the drawn errors under which a cell reaches {pass}.")),
            ("among-best", result.AmongBest, new("Tần suất thuộc nhóm tốt nhất", "How often among the best"),
                new("Tỷ lệ các bộ trọng số đã rút mà ô thuộc nhóm ô có điểm cao nhất.", "Share of the drawn weightings under which a cell is among those with the highest scores.")),
            ("joint", result.Joint, new("Xác suất đạt theo trọng số và sai số", "Probability under weights and errors together"),
                new($"Tỷ lệ các lần rút cả trọng số lẫn sai số mà ô đạt {pass}.", $"Share of the draws of weights and errors together under which a cell reaches {pass}.")),
        ];
        foreach (var (name, shares, title, description) in grids)
            if (shares is not null)
                yield return (
                    new GridLayer(
                        $"{name}-{theme.Theme.Id}",
                        new($"{title.Vi}: {theme.Theme.Title.Vi}", $"{title.En}: {theme.Theme.Title.En}"),
                        description,
                        false,
                        "1",
                        provenance,
                        ResultGrids.ScoreLegend()) { Origin = origin },
                    shares);
    }
}
