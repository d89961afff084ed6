using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>A layer that a fetched file becomes.</summary>
/// <param name="Id">Identifier of the layer.</param>
/// <param name="Kind">What the file is read as.</param>
/// <param name="How">What is to be done with it, for people.</param>
public sealed record DataSourceLayer(string Id, DataSourceKind Kind, BilingualText How);
