using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>A layer that went into a run.</summary>
/// <param name="Id">The layer or grid.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Sha256">Hash of its content, hexadecimal: features in order of id (little-endian WKB and values), or the bytes of the grid file.</param>
/// <param name="Provenance">Origin and trust.</param>
public sealed record InputLayer(string Id, BilingualText Title, string Sha256, LayerProvenance Provenance);
