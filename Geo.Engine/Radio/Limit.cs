namespace Geo.Engine.Radio;

/// <summary>Turns a value beyond a model's range into its flag. NaN is beyond every range.</summary>
internal static class Limit
{
    /// <summary>The flag, unless <paramref name="least"/> &lt;= value &lt;= <paramref name="most"/>.</summary>
    public static ModelLimits Outside(double value, double least, double most, ModelLimits flag) =>
        value >= least && value <= most ? ModelLimits.None : flag;

    /// <summary>The flag, unless the value is at least so much.</summary>
    public static ModelLimits Below(double value, double least, ModelLimits flag) => value >= least ? ModelLimits.None : flag;

    /// <summary>The flag for a value that is more than so much; not for NaN, which <see cref="Below"/> catches.</summary>
    public static ModelLimits Above(double value, double most, ModelLimits flag) => value > most ? flag : ModelLimits.None;
}
