namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>When a cell passes: its score under a rule of combination reaches a threshold.</summary>
/// <param name="Aggregation">The rule.</param>
/// <param name="Threshold">Lowest score that passes.</param>
public sealed record PassRule(Aggregation Aggregation, double Threshold)
{
    /// <summary>Whether the rule is a weighted sum of something that depends on one criterion each: then passing is the sign of a sum of weight x margin.</summary>
    internal bool IsLinear => Aggregation is Aggregation.Wlc or Aggregation.Geometric;

    /// <summary>
    /// Turns memberships into margins: how far each lies above the threshold, 0 where a criterion is left out. A weighted sum of memberships reaches the threshold just when
    /// that of the margins is not negative, whatever is left out.
    /// </summary>
    /// <param name="degrees">Memberships; NaN where left out.</param>
    /// <param name="margins">As many.</param>
    /// <param name="anyKnown">Set for each cell of which a membership is known.</param>
    internal void Margins(ReadOnlySpan<float> degrees, Span<float> margins, Span<bool> anyKnown)
    {
        var logarithm = Math.Log(Threshold);
        for (var i = 0; i < degrees.Length; i++)
        {
            if (float.IsNaN(degrees[i]))
            {
                margins[i] = 0;
                continue;
            }
            anyKnown[i] = true;
            margins[i] = (float)(Aggregation is Aggregation.Wlc ? degrees[i] - Threshold : Math.Max(Math.Log(degrees[i]) - logarithm, -1e30));
        }
    }
}
