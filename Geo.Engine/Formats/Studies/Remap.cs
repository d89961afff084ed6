using Geo.Engine.Suitability;

namespace Geo.Engine.Formats.Studies;

/// <summary>What a remap file says of a criterion.</summary>
/// <param name="Ranges">Degrees of ranges, ascending.</param>
/// <param name="IsOfValues">True when the file assigns single whole numbers only, as for codes of categories.</param>
/// <param name="Missing">What becomes of cells without a value; null when the file does not say it.</param>
public sealed record Remap(IReadOnlyList<StepRange> Ranges, bool IsOfValues, MissingValue? Missing)
{
    private const int MostCodes = 1_000;

    /// <summary>The membership of amounts.</summary>
    public Membership OfAmounts() => new Membership.Steps(Ranges);

    /// <summary>The membership of codes: the whole numbers in the ranges; null when they are more than a thousand.</summary>
    public Membership? OfCodes()
    {
        var degrees = new SortedDictionary<int, double>();
        var steps = new Membership.Steps(Ranges);
        foreach (var range in Ranges)
        {
            if (range.To - range.From > MostCodes || Math.Abs(range.From) > int.MaxValue || Math.Abs(range.To) > int.MaxValue)
                return null;
            for (var code = Math.Ceiling(range.From); code <= range.To; code++)
                degrees[(int)code] = steps.Degree(code);
            if (degrees.Count > MostCodes)
                return null;
        }
        return new Membership.Categories(degrees);
    }
}
