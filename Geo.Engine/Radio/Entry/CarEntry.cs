namespace Geo.Engine.Radio.Entry;

/// <summary>Loss into a car, added to an outdoor path loss; 0.6 to 60 GHz.</summary>
/// <remarks>Source: 3GPP TR 38.901, 7.4.3.2 (equation 7.4-4).</remarks>
public static class CarEntry
{
    /// <summary>A car with plain windows.</summary>
    public static NormalLoss Plain { get; } = new(9, 5);

    /// <summary>A car with metallised windows.</summary>
    public static NormalLoss Metallised { get; } = new(20, 5);

    /// <summary>Which limits of the model are broken: 0.6 to 60 GHz.</summary>
    public static ModelLimits Broken(double frequencyGigahertz) => Limit.Outside(frequencyGigahertz, 0.6, 60, ModelLimits.Frequency);
}
