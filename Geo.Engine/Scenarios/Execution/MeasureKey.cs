using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Hashes of all that measured values depend on: the measure, the contents of its layers, the frame and its halo.</summary>
internal sealed class MeasureKey(ScenarioInputs inputs, StudyFrame study)
{
    // Goes up when a kernel's values change, so that nothing computed by an older one is found.
    private const string Kernels = "soctranggeo/surface/2";

    private readonly Dictionary<string, string> _hashes = inputs.Manifest.ToDictionary(i => i.Id, i => i.Sha256, StringComparer.Ordinal);

    /// <summary>SHA-256 of a measure; null for a stored grid's own values, which are as quickly unpacked as found.</summary>
    public byte[]? Of(Measure measure)
    {
        if (measure is Measure.GridValue)
            return null;
        var frame = study.Frame;
        var text = new StringBuilder(Kernels);
        text.Append(FormattableString.Invariant($"\n{frame.System.Code} {frame.Left:R} {frame.Top:R} {frame.CellSizeMetres:R} {frame.Rows} {frame.Columns} {study.HaloCells}\n"));
        text.Append(JsonSerializer.Serialize(measure, ScenarioJson.Default.Measure));
        foreach (var id in inputs.ReadBy(measure).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            text.Append('\n').Append(id).Append(' ').Append(_hashes[id]);
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
