namespace Geo.Engine.Formats.Studies;

/// <summary>One assignment of a remap file.</summary>
/// <param name="From">Start of the range; NaN where cells without a value are assigned something.</param>
/// <param name="To">End of the range; equal to <paramref name="From"/> for one value.</param>
/// <param name="Out">The output value; null for NoData.</param>
/// <param name="Line">Line of the file, or record of the table, from 1.</param>
internal sealed record RemapRange(double From, double To, double? Out, int Line)
{
    /// <summary>Whether it speaks of cells without a value.</summary>
    public bool IsOfNothing => double.IsNaN(From);
}
