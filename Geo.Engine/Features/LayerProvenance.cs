namespace Geo.Engine.Features;

/// <summary>Where a layer comes from and how far it can be trusted.</summary>
/// <param name="Source">Who made it, from what.</param>
/// <param name="Licence">SPDX identifier or the licence's name.</param>
/// <param name="Attribution">The credit to print.</param>
/// <param name="Date">The date the data speak of, ISO 8601 with the precision that is known (<c>2019</c>, <c>2019-04-01</c>).</param>
/// <param name="Status">How far it can be trusted.</param>
/// <param name="AccuracyMetres">Position accuracy; null when unknown.</param>
public sealed record LayerProvenance(string Source, string Licence, string Attribution, string Date, LayerStatus Status, double? AccuracyMetres);
