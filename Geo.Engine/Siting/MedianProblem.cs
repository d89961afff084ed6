namespace Geo.Engine.Siting;

/// <summary>Customers and places, and what it costs each place to serve each customer: p places are to be opened, and the nearest open one serves (p-median).</summary>
public sealed class MedianProblem
{
    private readonly double[] _costs;

    /// <summary>A problem.</summary>
    /// <param name="customers">Number of customers, at least 1.</param>
    /// <param name="places">Number of places, at least 1.</param>
    /// <param name="cost">Distance (or loss) times weight by customer and place, not negative and not NaN; infinite where the place cannot serve.</param>
    /// <exception cref="ArgumentException">A cost is negative or NaN, or there are no customers or places.</exception>
    public MedianProblem(int customers, int places, Func<int, int, double> cost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        (Customers, Places) = (customers, places);
        _costs = new double[checked(customers * places)];
        for (var customer = 0; customer < customers; customer++)
        {
            for (var place = 0; place < places; place++)
            {
                var value = cost(customer, place);
                if (!(value >= 0))
                    throw new ArgumentException($"the cost of customer {customer} at place {place} is {value}; allowed are 0 and more", nameof(cost));
                _costs[(customer * places) + place] = value;
            }
        }
        IsWhole = _costs.All(c => c == Math.Floor(c) && c < 1e12);
    }

    /// <summary>Number of customers.</summary>
    public int Customers { get; }

    /// <summary>Number of places.</summary>
    public int Places { get; }

    /// <summary>Whether all costs are whole numbers, so that sums of them are, and bounds may be rounded up.</summary>
    internal bool IsWhole { get; }

    /// <summary>Costs of a customer, by place.</summary>
    public ReadOnlySpan<double> Costs(int customer) => _costs.AsSpan(customer * Places, Places);

    /// <summary>What a choice of places costs: of every customer its nearest.</summary>
    public double Cost(IReadOnlyList<int> open)
    {
        var sum = 0.0;
        for (var customer = 0; customer < Customers; customer++)
        {
            var costs = Costs(customer);
            var least = double.PositiveInfinity;
            foreach (var place in open)
                least = Math.Min(least, costs[place]);
            sum += least;
        }
        return sum;
    }
}
