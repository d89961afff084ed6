namespace Geo.Engine.Scenarios.Execution;

/// <summary>Running counts of one district.</summary>
internal sealed class DistrictCount
{
    private double _scoreSum;
    private long _scored;

    /// <summary>Hectares of S1, S2, S3, N.</summary>
    public double[] ClassHectares { get; } = new double[4];

    /// <summary>Hectares removed by constraints.</summary>
    public double ExcludedHectares { get; set; }

    /// <summary>Hectares without a score for want of data.</summary>
    public double NoDataHectares { get; set; }

    /// <summary>People.</summary>
    public double People { get; set; }

    /// <summary>People in covered classes.</summary>
    public double PeopleCovered { get; set; }

    /// <summary>People x share reached.</summary>
    public double PeopleExpected { get; set; }

    /// <summary>Mean score; NaN when no cell has one.</summary>
    public double ScoreMean => _scored == 0 ? double.NaN : _scoreSum / _scored;

    /// <summary>Adds the score of a cell.</summary>
    public void AddScore(float score)
    {
        _scoreSum += score;
        _scored++;
    }
}
