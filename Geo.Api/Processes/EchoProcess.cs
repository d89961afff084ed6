using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>Gives back what it is given, after a pause: for test suites of the standard. Off unless an operator turns it on.</summary>
internal sealed class EchoProcess(TimeProvider time) : Process
{
    private const int Steps = 10;
    private static readonly BilingualText Waiting = new("Đang chờ", "Waiting");

    private static readonly (string Name, InputKind Kind, int MaxOccurs, string MediaType)[] Kinds =
    [
        ("string", new InputKind.Text(10_000), 1, "text/plain"),
        ("word", new InputKind.Text(20) { Words = ["Value1", "Value2", "Value3"] }, 1, "text/plain"),
        ("date", new InputKind.Text(40) { Format = "date-time" }, 1, "text/plain"),
        ("double", new InputKind.Number(-1e9, 1e9), 1, "application/json"),
        ("integer", new InputKind.Number(-1e9, 1e9) { IsWhole = true }, 1, "application/json"),
        ("boolean", new InputKind.Truth(), 1, "application/json"),
        ("array", new InputKind.Listed(new InputKind.Number(-1e9, 1e9), 100), 1, "application/json"),
        ("values", new InputKind.Number(-1e9, 1e9), 100, "application/json"),
        ("measure", new InputKind.Document { Required = ["measurement", "uom"] }, 1, "application/json"),
        ("complexObject", new InputKind.Document(), 1, "application/json"),
        ("mixed", new InputKind.AnyOf(new InputKind.Number(-1e9, 1e9), new InputKind.Document()), 1, "application/json"),
        ("boundingBox", new InputKind.Box(), 1, "application/json"),
        ("featureCollection", new InputKind.Document { Required = ["type", "features"], Types = ["FeatureCollection"], Format = "geojson-feature-collection" }, 1, "application/geo+json"),
        ("image", new InputKind.Binary("image/png", "image/tiff; application=geotiff"), 1, "image/png"),
    ];

    public override ProcessDescription Description { get; } = new()
    {
        Id = "echo",
        Title = new("Lặp lại", "Echo"),
        Description = new("Trả lại những gì nhận được, sau một khoảng chờ.", "Gives back what it is given, after a pause."),
        Inputs =
        [
            .. Kinds.Select(k => new ProcessInput($"{k.Name}Input", new(k.Name, k.Name), new("Được trả lại.", "Is given back."), k.Kind) { MinOccurs = 0, MaxOccurs = k.MaxOccurs }),
            new ProcessInput("pause", new("Chờ", "Pause"), new("Số giây chờ trước khi trả lời.", "Seconds to wait before the answer."), new InputKind.Number(0, 600) { Unit = "s" }).Optional(0),
            new ProcessInput("fail", new("Thất bại", "Fail"), new("Kết thúc bằng thất bại.", "End with a failure."), new InputKind.Truth()).Optional(false),
        ],
        Outputs = [.. Kinds.Select(k => new ProcessOutput($"{k.Name}Output", new(k.Name, k.Name), new("Đầu vào cùng tên.", "The input of the same name."), k.MediaType, k.Kind.Schema))],
        IsQuick = true,
    };

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        var pause = TimeSpan.FromSeconds(work.Inputs.Number("pause"));
        for (var step = 0; step < Steps && pause > TimeSpan.Zero; step++)
        {
            work.Progress.Report(new StepProgress(new($"{Waiting.Vi} {step + 1}/{Steps}", $"{Waiting.En} {step + 1}/{Steps}"), step / (double)Steps));
            await Task.Delay(pause / Steps, time, cancellation);
        }
        if (work.Inputs.IsTrue("fail"))
            throw new ProcessFailedException("asked-for", new("Thất bại theo yêu cầu.", "It failed, as was asked for."));
        return new ProcessResult([.. Kinds.Where(k => work.Inputs.All($"{k.Name}Input").Count > 0).Select(k => Output(k.Name, k.MediaType, k.Kind, k.MaxOccurs, work.Inputs.All($"{k.Name}Input")))]);
    }

    private static OutputContent Output(string name, string mediaType, InputKind kind, int maxOccurs, IReadOnlyList<JsonElement> values) => kind switch
    {
        InputKind.Text => OutputContent.Text($"{name}Output", values[0].GetString() ?? ""),
        InputKind.Binary => new OutputContent($"{name}Output", mediaType, values[0].GetBytesFromBase64()),
        _ when maxOccurs > 1 => new OutputContent($"{name}Output", mediaType, System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', values.Select(v => v.GetRawText()))}]")),
        _ => new OutputContent($"{name}Output", mediaType, System.Text.Encoding.UTF8.GetBytes(values[0].GetRawText())),
    };
}
