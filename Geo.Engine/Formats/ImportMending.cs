namespace Geo.Engine.Formats;

/// <summary>One mended geometry.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="FeatureId">Identifier of the feature in the new layer.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="AreaChangeHectares">Ground area after less before, in hectares; 0 for lines and points.</param>
/// <param name="Reason">What was wrong.</param>
public sealed record ImportMending(MendingKind Kind, long FeatureId, string Place, double AreaChangeHectares, string Reason);
