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
            TreatMissing(measured.Criteria[c], degrees, reasons);
        }
    }

    private static void TreatMissing(WeightedCriterion criterion, Span<float> degrees, Span<byte> reasons)
    {
        switch (criterion.Missing)
        {
            case MissingValue.Worst:
                ScoreKernel.Replace(degrees, 0);
                break;
            case MissingValue.Neutral:
                ScoreKernel.Replace(degrees, 0.5f);
                break;
            case MissingValue.Renormalise:
                break; // stays NaN: the rule of combination leaves it out
            default:
                ScoreKernel.MarkMissing(degrees, criterion.NoDataReason, reasons);
                break;
        }
    }
}
