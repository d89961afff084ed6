namespace Geo.Engine.Siting;

/// <summary>A place where a site stands or may be built.</summary>
/// <param name="Id">Names it; unique in a problem. Ties between equals go to the lower id, never to the order of the input.</param>
/// <param name="Cost">What building it costs, in the caller's unit, not negative. Of a site that stands it is not counted.</param>
/// <param name="IsBuilt">Whether it stands already: then it is part of every plan.</param>
/// <param name="Served">The cells that it serves by itself, as indices into the cells of the problem, ascending, each once.</param>
public sealed record CandidateSite(string Id, long Cost, bool IsBuilt, IReadOnlyList<int> Served);
