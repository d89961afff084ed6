using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>One line of the table of reasons of a theme: why a cell has no class, or another one than its score gives.</summary>
/// <param name="Code">The number in the grid of reasons; 0 is "not removed".</param>
/// <param name="Id">Identifier: the constraint's, or <c>outside</c>, <c>no-data:{criterion}</c>, <c>under-minimum-area</c>, <c>filled-hole</c>, <c>small-patch</c>.</param>
/// <param name="Title">Name for people.</param>
/// <param name="LegalSource">The decision, law or standard behind it; null when there is none.</param>
/// <param name="Cells">Number of cells with this reason.</param>
public sealed record ExclusionReason(byte Code, string Id, BilingualText Title, BilingualText? LegalSource, long Cells);
