namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>How well the place of an antenna was chosen, where no profile is known; the numbers are those of the model.</summary>
public enum SitingCare
{
    /// <summary>Anywhere.</summary>
    Random = 0,

    /// <summary>With care.</summary>
    Careful = 1,

    /// <summary>With much care.</summary>
    VeryCareful = 2,
}
