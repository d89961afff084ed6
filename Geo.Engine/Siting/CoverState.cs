namespace Geo.Engine.Siting;

/// <summary>A choice of sites in a <see cref="CoverModel"/>, with what every further site would add kept up to date.</summary>
internal sealed class CoverState
{
    private readonly CoverModel _model;
    private readonly int[] _count;
    private readonly long[] _byDistrict;

    /// <summary>The empty choice.</summary>
    public CoverState(CoverModel model)
    {
        _model = model;
        _count = new int[model.Weight.Length];
        _byDistrict = [.. model.Base.ByDistrict];
        Weight = model.Base.Total;
        IsChosen = new bool[model.Sites.Length];
        Gain = new long[model.Sites.Length];
        for (var site = 0; site < Gain.Length; site++)
        {
            foreach (var cell in model.Served[site])
                Gain[site] += model.Weight[cell];
        }
    }

    /// <summary>Whether a site is chosen.</summary>
    public bool[] IsChosen { get; }

    /// <summary>The weight that no chosen site serves and this one would.</summary>
    public long[] Gain { get; }

    /// <summary>Weight served, with that of the standing sites.</summary>
    public long Weight { get; private set; }

    /// <summary>Weight served in each district.</summary>
    public ReadOnlySpan<long> ByDistrict => _byDistrict;

    /// <summary>Cost of the chosen sites.</summary>
    public long Cost { get; private set; }

    /// <summary>The chosen sites, ascending.</summary>
    public IEnumerable<int> Chosen => IsChosen.Index().Where(s => s.Item).Select(s => s.Index);

    /// <summary>How many chosen sites serve a cell.</summary>
    public int Count(int cell) => _count[cell];

    /// <summary>Chooses a site that is not chosen.</summary>
    public void Add(int site)
    {
        IsChosen[site] = true;
        Cost += _model.Cost[site];
        foreach (var cell in _model.Served[site])
        {
            if (_count[cell]++ == 0)
                Turn(cell, _model.Weight[cell]);
        }
    }

    /// <summary>Gives a chosen site up.</summary>
    public void Remove(int site)
    {
        IsChosen[site] = false;
        Cost -= _model.Cost[site];
        foreach (var cell in _model.Served[site])
        {
            if (--_count[cell] == 0)
                Turn(cell, -_model.Weight[cell]);
        }
    }

    /// <summary>Makes the choice another one.</summary>
    public void Become(bool[] chosen)
    {
        for (var site = 0; site < chosen.Length; site++)
        {
            if (IsChosen[site] && !chosen[site])
                Remove(site);
        }
        for (var site = 0; site < chosen.Length; site++)
        {
            if (!IsChosen[site] && chosen[site])
                Add(site);
        }
    }

    // A cell has become served (weight > 0) or is served no longer.
    private void Turn(int cell, long weight)
    {
        Weight += weight;
        if (_model.District[cell] >= 0)
            _byDistrict[_model.District[cell]] += weight;
        foreach (var site in _model.ServedBy[cell])
            Gain[site] -= weight;
    }
}
