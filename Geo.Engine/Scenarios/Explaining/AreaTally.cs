namespace Geo.Engine.Scenarios.Explaining;

/// <summary>What is counted for one criterion over the cells of an area.</summary>
internal sealed class AreaTally
{
    /// <summary>The memberships whose gain is told, descending: the first is the whole.</summary>
    public static IReadOnlyList<float> Levels { get; } = [1, 0.75f, 0.5f, 0.25f];

    /// <summary>Measured values.</summary>
    public RangeTally Values { get; } = new();

    /// <summary>Memberships.</summary>
    public RangeTally Degrees { get; } = new();

    /// <summary>Parts of the score.</summary>
    public RangeTally Contributions { get; } = new();

    /// <summary>How far scores move when values are wrong.</summary>
    public RangeTally Errors { get; } = new();

    /// <summary>Hectares by code.</summary>
    public SortedDictionary<int, double> Codes { get; } = [];

    /// <summary>Hectares without a value.</summary>
    public double Missing { get; set; }

    /// <summary>Hectares that the criterion holds back most.</summary>
    public double Limited { get; set; }

    /// <summary>Hectares lifted, by the place of <see cref="Levels"/>.</summary>
    public double[] Lifted { get; } = new double[Levels.Count];
}
