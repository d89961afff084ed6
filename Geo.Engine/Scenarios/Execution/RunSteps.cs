using Geo.Engine.Features;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Says how far a run has come. Criteria take about two thirds of a theme, zones the rest.</summary>
internal sealed class RunSteps(IProgress<StepProgress>? progress, int themes)
{
    private const double LayerShare = 0.1;
    private const double CriteriaShareOfTheme = 0.65;
    private int _done;

    /// <summary>Layers are being read.</summary>
    public void Layers() => Report(0, "Đọc các lớp dữ liệu", "Reading layers");

    /// <summary>The criteria of a theme are being measured.</summary>
    public void Criteria(Theme theme) => Report(
        LayerShare + ((1 - LayerShare) * _done / themes), $"{theme.Title.Vi}: tính các tiêu chí", $"{theme.Title.En}: measuring criteria");

    /// <summary>The zones of a theme are being cut.</summary>
    public void Zones(Theme theme) => Report(
        LayerShare + ((1 - LayerShare) * (_done++ + CriteriaShareOfTheme) / themes), $"{theme.Title.Vi}: phân vùng", $"{theme.Title.En}: cutting zones");

    /// <summary>All is done.</summary>
    public void Finished() => Report(1, "Xong", "Done");

    private void Report(double fraction, string vi, string en) => progress?.Report(new StepProgress(new BilingualText(vi, en), fraction));
}
