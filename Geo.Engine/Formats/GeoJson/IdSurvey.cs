namespace Geo.Engine.Formats.GeoJson;

/// <summary>Finds out whether the ids of a file can be the ids of a layer: every feature has one, all whole numbers from 1 that ascend.</summary>
internal sealed class IdSurvey
{
    private long _last;
    private bool _anyMissing;
    private bool _disordered;

    /// <summary>Whether any feature has an id.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether the ids can stay.</summary>
    public bool CanStay => Any && !_anyMissing && !_disordered;

    /// <summary>Looks at the next id.</summary>
    public void See(JsonId id)
    {
        Any |= id.IsGiven;
        _anyMissing |= !id.IsGiven;
        _disordered |= id.Number is not { } number || number <= _last;
        _last = id.Number ?? _last;
    }
}
