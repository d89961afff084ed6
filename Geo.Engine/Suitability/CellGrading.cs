namespace Geo.Engine.Suitability;

/// <summary>Turns measured values of a run of cells into memberships, with what each criterion says of missing values.</summary>
internal static class CellGrading
{
    /// <summary>Grades the cells that <paramref name="rows"/> stands at; a criterion that takes the score away for want of a value is noted as the reason.</summary>
    public static void Grade(MeasuredRows measured, int row, int start, DegreeRows rows, Span<byte> reasons)
    {
        measured.MoveTo(row);
        for (var c = 0; c < measured.Criteria.Count; c++)
        {
            var degrees = rows[c];
            measured.Criteria[c].Membership.Apply(measured[c].Slice(start, rows.Length), degrees);
            Fill(measured.Criteria[c].Missing, degrees);
            if (measured.Criteria[c].Missing == MissingValue.Exclude)
                ScoreKernel.MarkMissing(degrees, measured.Criteria[c].NoDataReason, reasons);
        }
    }

    /// <summary>Puts a membership where the rule has one for a missing value; what stays NaN is left out by the rule of combination.</summary>
    public static void Fill(MissingValue rule, Span<float> degrees)
    {
        if (rule == MissingValue.Worst)
            ScoreKernel.Replace(degrees, 0);
        if (rule == MissingValue.Neutral)
            ScoreKernel.Replace(degrees, 0.5f);
    }
}
