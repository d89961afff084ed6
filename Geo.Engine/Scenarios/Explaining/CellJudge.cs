using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Combining;
using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Engine.Scenarios.Explaining;

/// <summary>Judges one cell of a theme as it is, and as it would be if one thing were different, with the code of the run.</summary>
/// <param name="theme">The theme, with its weights.</param>
/// <param name="values">Measured values of the cell; NaN where there is none.</param>
internal sealed class CellJudge(Theme theme, float[] values)
{
    private const int Halvings = 40;

    private readonly CellCombiner _combiner = CellCombiner.Of(theme.Aggregation, [.. theme.Weighting.Resolve().Select(w => w.Used)]);
    private readonly float[] _degrees = [.. theme.Criteria.Select((c, i) => Degree(c, values[i]))];

    /// <summary>The score; NaN where there is none.</summary>
    public float Score => ScoreOf(_degrees);

    /// <summary>The next better class than that of the score; null for the best, and where there is no score.</summary>
    public SuitabilityClass? NextClass => theme.Classes.Classify(Score) switch
    {
        SuitabilityClass.N => SuitabilityClass.S3,
        SuitabilityClass.S3 => SuitabilityClass.S2,
        SuitabilityClass.S2 => SuitabilityClass.S1,
        _ => null,
    };

    /// <summary>Share of all weightings under which the cell reaches the class that it has, or S3 where it has none better; null where there is no closed form, or no score.</summary>
    public double? Confidence()
    {
        var reached = theme.Classes.Classify(Score);
        var rule = new PassRule(theme.Aggregation, theme.Classes.LowestScore(reached is SuitabilityClass.N ? SuitabilityClass.S3 : reached));
        if (!rule.IsLinear || reached == SuitabilityClass.None)
            return null;
        Span<float> margins = stackalloc float[_degrees.Length];
        Span<int> isKnown = stackalloc int[_degrees.Length];
        rule.Margins(_degrees, margins, isKnown);
        var known = new List<double>();
        for (var c = 0; c < margins.Length; c++)
            if (isKnown[c] != 0)
                known.Add(margins[c]);
        return WeightIgnorance.ShareReaching([.. known], 0);
    }

    /// <summary>The least change of one criterion that lifts the cell to the next class; null when none does.</summary>
    public (SuitabilityClass Class, double Degree, double? Value)? Lift(int criterion)
    {
        if (NextClass is not { } next || !Reaches(criterion, 1, next) || theme.Criteria[criterion].Membership is not { } membership)
            return null;
        var (low, high) = (float.IsNaN(_degrees[criterion]) ? 0.0 : _degrees[criterion], 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Reaches(criterion, middle, next) ? (low, middle) : (middle, high);
        }
        return (next, high, ValueForDegree.Nearest(membership, values[criterion], high));
    }

    /// <summary>By how much the score moves, to either side in the mean, when a value is wrong by one standard deviation; null when nobody says how wrong it may be.</summary>
    public double? ErrorEffect(int criterion)
    {
        if (theme.Criteria[criterion].ErrorDeviation is not { } deviation || float.IsNaN(values[criterion]))
            return null;
        var (more, less) = (With(criterion, Degree(theme.Criteria[criterion], (float)(values[criterion] + deviation))), With(criterion, Degree(theme.Criteria[criterion], (float)(values[criterion] - deviation))));
        return (Math.Abs(ScoreOf(more) - Score) + Math.Abs(ScoreOf(less) - Score)) / 2;
    }

    private bool Reaches(int criterion, double degree, SuitabilityClass wanted) =>
        theme.Classes.Classify(ScoreOf(With(criterion, (float)degree))) is var reached && reached != SuitabilityClass.None && reached <= wanted;

    private float[] With(int criterion, float degree)
    {
        var changed = _degrees.ToArray();
        changed[criterion] = degree;
        return changed;
    }

    private float ScoreOf(float[] degrees)
    {
        // A value that takes the score away is NaN, and so is one that is left out: the criterion says which.
        for (var c = 0; c < degrees.Length; c++)
            if (float.IsNaN(degrees[c]) && theme.Criteria[c].Missing == MissingValue.Exclude)
                return float.NaN;
        var rows = new DegreeRows(degrees.Length);
        rows.MoveTo(0, 0, 1);
        for (var c = 0; c < degrees.Length; c++)
            rows[c][0] = degrees[c];
        Span<float> score = stackalloc float[1];
        _combiner.Combine(rows, score);
        return score[0];
    }

    private static float Degree(Criterion criterion, float value)
    {
        Span<float> degree = [value];
        criterion.Membership.Apply(degree, degree);
        CellGrading.Fill(criterion.Missing, degree);
        return degree[0];
    }
}
