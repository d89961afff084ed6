using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Scenarios.Explaining;

/// <summary>
/// Judges the cells of an area as they are, and as they would be if one criterion were different, a run of cells at a time with the code of the run. One thread: sums
/// are taken in the order of the cells.
/// </summary>
internal sealed class AreaJudge
{
    private readonly Theme _theme;
    private readonly ExplainedTheme _explained;
    private readonly CellCombiner _combiner;
    private readonly double[] _weights;
    private readonly DegreeRows _degrees;
    private readonly float[][] _values;
    private readonly float[] _kept = new float[DegreeRows.MostCells];
    private readonly float[] _scores = new float[DegreeRows.MostCells];
    private readonly float[] _changed = new float[DegreeRows.MostCells];
    private readonly float[] _most = new float[DegreeRows.MostCells];
    private readonly int[] _limiting = new int[DegreeRows.MostCells];

    /// <summary>For a theme that has been explained.</summary>
    public AreaJudge(ExplainedTheme explained)
    {
        (_theme, _explained) = (explained.Theme, explained);
        _weights = [.. _theme.Weighting.Resolve().Select(w => w.Used)];
        _combiner = CellCombiner.Of(_theme.Aggregation, _weights);
        _degrees = new DegreeRows(_theme.Criteria.Count);
        _values = [.. _theme.Criteria.Select(_ => new float[DegreeRows.MostCells])];
        Tallies = [.. _theme.Criteria.Select(_ => new AreaTally())];
    }

    /// <summary>What was counted, criterion by criterion.</summary>
    public IReadOnlyList<AreaTally> Tallies { get; }

    /// <summary>Counts cells with a score.</summary>
    public void Take(AreaCells scored, CancellationToken cancellation)
    {
        for (var from = 0; from < scored.Indices.Count; from += DegreeRows.MostCells)
        {
            cancellation.ThrowIfCancellationRequested();
            var length = Math.Min(DegreeRows.MostCells, scored.Indices.Count - from);
            Grade(scored.Indices, from, length);
            _combiner.Combine(_degrees, _scores.AsSpan(0, length));
            _most.AsSpan(0, length).Clear();
            _limiting.AsSpan(0, length).Fill(-1);
            for (var c = 0; c < Tallies.Count; c++)
                Describe(c, scored.Hectares, from, length);
            for (var i = 0; i < length; i++)
                if (_limiting[i] >= 0)
                    Tallies[_limiting[i]].Limited += scored.Hectares[from + i];
        }
    }

    private void Grade(IReadOnlyList<int> indices, int from, int length)
    {
        _degrees.MoveTo(0, 0, length);
        for (var c = 0; c < _values.Length; c++)
        {
            for (var i = 0; i < length; i++)
                _values[c][i] = _explained.Criteria[c][indices[from + i]];
            Grade(c, _values[c].AsSpan(0, length), _degrees[c]);
        }
    }

    private void Grade(int criterion, ReadOnlySpan<float> values, Span<float> degrees)
    {
        _theme.Criteria[criterion].Membership.Apply(values, degrees);
        CellGrading.Fill(_theme.Criteria[criterion].Missing, degrees);
    }

    private void Describe(int c, IReadOnlyList<double> hectares, int from, int length)
    {
        var tally = Tallies[c];
        var degrees = _degrees[c];
        for (var i = 0; i < length; i++)
        {
            tally.Values.Add(_values[c][i]);
            tally.Degrees.Add(degrees[i]);
            tally.Contributions.Add(Contribution(c, i));
            if (float.IsNaN(_values[c][i]))
                tally.Missing += hectares[from + i];
            else if (_theme.Criteria[c].Measure is Measure.GridValue { Source.IsCategorical: true })
                tally.Codes[(int)_values[c][i]] = tally.Codes.GetValueOrDefault((int)_values[c][i]) + hectares[from + i];
        }
        degrees.CopyTo(_kept);
        Raise(c, hectares, from, length);
        Err(c, length);
        _kept.AsSpan(0, length).CopyTo(degrees);
    }

    /// <summary>What is left out gives nothing, and the others share its weight.</summary>
    private double Contribution(int c, int cell)
    {
        if (float.IsNaN(_degrees[c][cell]))
            return 0;
        var known = 0.0;
        for (var other = 0; other < _weights.Length; other++)
            known += float.IsNaN(_degrees[other][cell]) ? 0 : _weights[other];
        return known > 0 ? _weights[c] * _degrees[c][cell] / known : 0;
    }

    private void Raise(int c, IReadOnlyList<double> hectares, int from, int length)
    {
        var degrees = _degrees[c];
        var changed = _changed.AsSpan(0, length);
        for (var level = 0; level < AreaTally.Levels.Count; level++)
        {
            for (var i = 0; i < length; i++)
                degrees[i] = float.IsNaN(_kept[i]) ? AreaTally.Levels[level] : Math.Max(_kept[i], AreaTally.Levels[level]);
            _combiner.Combine(_degrees, changed);
            for (var i = 0; i < length; i++)
            {
                if (_theme.Classes.Classify(changed[i]) < _theme.Classes.Classify(_scores[i]))
                    Tallies[c].Lifted[level] += hectares[from + i];
                if (level == 0 && changed[i] - _scores[i] > _most[i])
                    (_most[i], _limiting[i]) = (changed[i] - _scores[i], c);
            }
        }
    }

    private void Err(int c, int length)
    {
        if (_theme.Criteria[c].ErrorDeviation is not { } deviation)
            return;
        Span<double> moved = stackalloc double[length];
        Span<float> wrong = stackalloc float[length];
        foreach (var shift in new[] { deviation, -deviation })
        {
            for (var i = 0; i < length; i++)
                wrong[i] = (float)(_values[c][i] + shift);
            Grade(c, wrong, _degrees[c]);
            _combiner.Combine(_degrees, _changed.AsSpan(0, length));
            for (var i = 0; i < length; i++)
                moved[i] += Math.Abs(_changed[i] - _scores[i]) / 2;
        }
        for (var i = 0; i < length; i++)
            Tallies[c].Errors.Add(float.IsNaN(_values[c][i]) ? double.NaN : moved[i]);
    }
}
