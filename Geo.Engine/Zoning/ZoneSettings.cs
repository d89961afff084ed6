using Geo.Engine.Suitability;

namespace Geo.Engine.Zoning;

/// <summary>How zones are cut out of a class grid. Areas are hectares on the ground.</summary>
/// <param name="LowestClass">The lowest class that becomes zones (S3: all suitable land; N: everything that was judged).</param>
/// <param name="EightNeighbours">Whether cells that touch at a corner only belong together.</param>
/// <param name="MinAreaHectares">Suitable areas smaller than this are dropped, 0 or more.</param>
/// <param name="FillHolesHectares">Unsuitable holes not larger than this are filled, 0 or more; removed cells and nodata are never filled.</param>
/// <param name="MinPatchHectares">Patches of one class smaller than this join their largest neighbour, 0 or more.</param>
public sealed record ZoneSettings(
    SuitabilityClass LowestClass, bool EightNeighbours, double MinAreaHectares, double FillHolesHectares, double MinPatchHectares);
