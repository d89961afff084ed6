namespace Geo.Engine.Radio.Calibration;

/// <summary>The offset of a clutter class.</summary>
/// <param name="Clutter">The class.</param>
/// <param name="Samples">Its samples.</param>
/// <param name="OffsetDb">What to add to the model's level there, dB.</param>
/// <param name="IsOwn">Whether the class had samples enough, in two blocks at least; else the offset is that of all classes.</param>
/// <param name="RmseBeforeDb">Root mean square error of the model in the class, dB.</param>
/// <param name="RmseAfterDb">The same with the offset, on the samples that made it, dB.</param>
public sealed record ClassOffset(int Clutter, int Samples, double OffsetDb, bool IsOwn, double RmseBeforeDb, double RmseAfterDb);
