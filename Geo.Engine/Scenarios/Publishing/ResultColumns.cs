using Geo.Engine.Economy;
using Geo.Engine.Features;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>Columns that zones and districts share, and how their numbers are rounded: finer than anybody reads, short in files.</summary>
internal static class ResultColumns
{
    private const int AreaDigits = 6;
    private const int ScoreDigits = 6;
    private const int YieldDigits = 4;

    /// <summary>Columns about the run.</summary>
    public static IReadOnlyList<PropertyDefinition> Run { get; } =
    [
        Text("status", "Độ tin cậy của dữ liệu", "Worst status of the inputs"),
        Text("run_id", "Mã lần chạy", "Run"),
    ];

    /// <summary>Columns about output and jobs.</summary>
    public static IReadOnlyList<PropertyDefinition> Yield { get; } =
    [
        Number("output_bn_vnd", "Giá trị sản lượng kỳ vọng (tỷ đồng/năm)", "Expected output (billion VND a year)"),
        Number("output_bn_vnd_low", "Giá trị sản lượng, thấp (tỷ đồng/năm)", "Output, low (billion VND a year)"),
        Number("output_bn_vnd_high", "Giá trị sản lượng, cao (tỷ đồng/năm)", "Output, high (billion VND a year)"),
        Number("jobs", "Việc làm kỳ vọng", "Expected jobs"),
        Number("jobs_low", "Việc làm, thấp", "Jobs, low"),
        Number("jobs_high", "Việc làm, cao", "Jobs, high"),
    ];

    /// <summary>A column of text.</summary>
    public static PropertyDefinition Text(string name, string vi, string en) => new(name, PropertyType.Text, new BilingualText(vi, en));

    /// <summary>A column of numbers.</summary>
    public static PropertyDefinition Number(string name, string vi, string en, string? unit = null) =>
        new(name, PropertyType.Number, new BilingualText(vi, en), unit);

    /// <summary>The values of <see cref="Run"/>.</summary>
    public static object?[] Values(RunManifest run) => [Execution.StatusText.Of(run.WorstStatus).En, run.RunId];

    /// <summary>The values of <see cref="Yield"/>.</summary>
    public static object?[] Values(ExpectedYield? yield) => yield is not { OutputBillionVnd: var output, Jobs: var jobs }
        ? new object?[6]
        : [Rounded(output.Expected), Rounded(output.Low), Rounded(output.High), Rounded(jobs.Expected), Rounded(jobs.Low), Rounded(jobs.High)];

    /// <summary>Hectares, to a hundredth of a square metre.</summary>
    public static object? Area(double hectares) => Math.Round(hectares, AreaDigits);

    /// <summary>A score, or nothing for NaN.</summary>
    public static object? Score(double score) => double.IsNaN(score) ? null : Math.Round(score, ScoreDigits);

    /// <summary>A number of people, or nothing.</summary>
    public static object? People(double? people) => people is { } number ? Math.Round(number, 2) : null;

    private static double Rounded(double value) => Math.Round(value, YieldDigits);
}
