using Geo.Engine.Radio.Networks;

namespace Geo.Engine.Siting;

/// <summary>One carrier at a site: a row of a layer of masts or of candidates.</summary>
/// <param name="Site">Name of the site; carriers of one name are one site, which costs the sum of them.</param>
/// <param name="Mast">What is transmitted, in the plane of the demand.</param>
/// <param name="Cost">What it costs, not negative; not counted where the site stands.</param>
public sealed record NetworkCarrier(string Site, MastRow Mast, double Cost);
