using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>A file opened for import.</summary>
/// <param name="Content">
/// The layer in CRS84, its features streamed from the file; null when the file is refused already. The stream ends with
/// <see cref="ImportRefusedException"/> when a feature must be refused.
/// </param>
/// <param name="Report">Fills while the features are read.</param>
public sealed record ImportSource(LayerContent? Content, ImportReport Report);
