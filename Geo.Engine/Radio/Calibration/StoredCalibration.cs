using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Calibration;

/// <summary>A calibration that a store keeps and a scenario or a process names.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Sha256">Hash of its bytes, hexadecimal.</param>
public sealed record StoredCalibration(CalibrationDocument Document, string Sha256)
{
    private const string Folder = "calibrations/";
    private const string Ending = ".json";

    /// <summary>Where a calibration is kept.</summary>
    public static string NameOf(string id) => $"{Folder}{id}{Ending}";

    /// <summary>Reads a calibration; null with the reason in <paramref name="problems"/> when it is not there or cannot be read.</summary>
    public static async Task<StoredCalibration?> FindAsync(IFeatureStore store, string id, ICollection<BilingualText> problems, CancellationToken cancellation)
    {
        if (await store.FindDocumentAsync(NameOf(id), cancellation) is not { } document)
        {
            var known = string.Join(", ", (await store.ListDocumentsAsync(Folder, cancellation)).Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(n => n[Folder.Length..^Ending.Length]));
            problems.Add(new($"không có hiệu chỉnh '{id}'; có: {known}", $"there is no calibration '{id}'; there are: {known}"));
            return null;
        }

        try
        {
            return new StoredCalibration(CalibrationJson.Read(document.Content.Span), Convert.ToHexStringLower(SHA256.HashData(document.Content.Span)));
        }
        catch (JsonException fault)
        {
            problems.Add(new($"không đọc được hiệu chỉnh '{id}': {fault.Message}", $"the calibration '{id}' cannot be read: {fault.Message}"));
            return null;
        }
    }

    /// <summary>Why a calibration must not be added to a model: it was made for another, or over clutter of other heights. Null where it may.</summary>
    /// <param name="model">The model, <see cref="MeasuredNetwork.Model"/> or <see cref="MeasuredGround.Model"/>.</param>
    /// <param name="clutterMetres">Heights of clutter in use; null where the model knows none.</param>
    public BilingualText? Refusal(string model, IReadOnlyDictionary<int, double>? clutterMetres)
    {
        if (Document.Model != model)
            return new($"hiệu chỉnh '{Document.Id}' thuộc mô hình {Document.Model}; ở đây là {model}", $"the calibration '{Document.Id}' is of the model {Document.Model}; here it is {model}");
        if (clutterMetres is null || Document.ClutterMetres is not { } made || made.Count == clutterMetres.Count && made.All(m => clutterMetres.TryGetValue(m.Key, out var height) && height == m.Value))
            return null;
        return new($"hiệu chỉnh '{Document.Id}' được lập với vật cản {Told(made)}; ở đây là {Told(clutterMetres)}", $"the calibration '{Document.Id}' was made with clutter of {Told(made)}; here it is {Told(clutterMetres)}");
    }

    /// <summary>What to add to the model's level in every cell of a frame, dB: the offset of the clutter class there, and of all classes where none is known.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="clutter">The classes, on any frame of the same system; NaN where unknown.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Grid<float> Offsets(GridFrame frame, Grid<float> clutter, int threads, CancellationToken cancellation)
    {
        var classes = Resampling.Nearest(clutter, frame, float.NaN, threads, cancellation);
        var offsets = new Dictionary<float, float>();
        for (var i = 0; i < classes.Cells.Length; i++)
        {
            var code = classes.Cells[i];
            if (float.IsNaN(code))
                classes.Cells[i] = (float)Document.Result.OffsetDb;
            else if (offsets.TryGetValue(code, out var known))
                classes.Cells[i] = known;
            else
                classes.Cells[i] = offsets[code] = (float)Document.Result.OffsetOf((int)code);
        }
        return classes;
    }

    private static string Told(IReadOnlyDictionary<int, double> metres) =>
        metres.Count == 0 ? "0 m" : string.Join(", ", metres.OrderBy(m => m.Key).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key}: {m.Value} m")));
}
