namespace Geo.Engine.Suitability;

/// <summary>Measured values of criteria in one row after the other, for one strip of rows.</summary>
internal sealed class MeasuredRows(IReadOnlyList<WeightedCriterion> criteria)
{
    private readonly float[][] _rows = [.. criteria.Select(c => new float[c.Values.Frame.Columns])];
    private int _row = -1;

    /// <summary>The criteria.</summary>
    public IReadOnlyList<WeightedCriterion> Criteria => criteria;

    /// <summary>Turns to a row.</summary>
    public void MoveTo(int row)
    {
        for (var c = 0; row != _row && c < _rows.Length; c++)
            criteria[c].Values.Read(row, _rows[c]);
        _row = row;
    }

    /// <summary>The values of one criterion in the row at hand; NaN where there is none.</summary>
    public ReadOnlySpan<float> this[int criterion] => _rows[criterion];
}
