namespace Geo.Engine.Formats.Studies;

/// <summary>What the input files of Marxan give a scenario.</summary>
/// <param name="Units">Planning units, in the order of the file.</param>
/// <param name="Features">Features, ascending by number.</param>
/// <param name="Amounts">Amount of a feature in a unit, by unit and feature; what is not there is 0.</param>
public sealed record MarxanStudy(
    IReadOnlyList<MarxanUnit> Units, IReadOnlyList<MarxanFeature> Features, IReadOnlyDictionary<(long Unit, long Feature), double> Amounts)
{
    /// <summary>Status of a unit that must not be chosen.</summary>
    public const int LockedOut = 3;
}
