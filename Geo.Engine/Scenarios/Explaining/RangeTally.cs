namespace Geo.Engine.Scenarios.Explaining;

/// <summary>Gathers least, mean and greatest of values; NaN is passed over.</summary>
internal sealed class RangeTally
{
    private double _least = double.PositiveInfinity;
    private double _greatest = double.NegativeInfinity;
    private double _sum;
    private long _count;

    /// <summary>The range; null when there was no value.</summary>
    public ValueRange? Range => _count == 0 ? null : new(_least, _sum / _count, _greatest);

    /// <summary>Adds a value.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
            return;
        (_least, _greatest) = (Math.Min(_least, value), Math.Max(_greatest, value));
        (_sum, _count) = (_sum + value, _count + 1);
    }
}
