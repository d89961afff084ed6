using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Suitability;

/// <summary>A criterion ready to be summed.</summary>
/// <param name="Values">Measured values on the frame of the scores; NaN where there is none.</param>
/// <param name="Membership">How they are judged.</param>
/// <param name="Weight">Its weight; all weights sum to 1.</param>
/// <param name="Missing">What happens where there is no value.</param>
/// <param name="NoDataReason">The code that is noted where the criterion takes the score away for want of a value.</param>
public sealed record WeightedCriterion(Surface Values, Membership Membership, double Weight, MissingValue Missing, byte NoDataReason)
{
    /// <summary>A criterion whose values stand in memory.</summary>
    public WeightedCriterion(Grid<float> values, Membership membership, double weight, MissingValue missing, byte noDataReason)
        : this(new GridSurface(values), membership, weight, missing, noDataReason)
    {
    }
}
