namespace Geo.Engine.Siting;

/// <summary>A choice of places and how much cheaper another could be.</summary>
/// <param name="Open">Indices of the open places, ascending.</param>
/// <param name="Cost">What it costs to serve all customers from them.</param>
/// <param name="Bound">No choice of as many places costs less.</param>
public sealed record MedianPlan(IReadOnlyList<int> Open, double Cost, double Bound)
{
    /// <summary>Share by which another choice could be cheaper at most; 0 is proven.</summary>
    public double Gap => Cost <= Bound ? 0 : (Cost - Bound) / Math.Max(Cost, double.Epsilon);
}
