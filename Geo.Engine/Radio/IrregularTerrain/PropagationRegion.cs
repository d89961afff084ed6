namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Which way of propagation a loss was reckoned by. It is the branch of the model, not the geometry: see <see cref="LongleyRiceLoss.HasLineOfSight"/>.</summary>
public enum PropagationRegion
{
    /// <summary>Nearer than both horizons over a smooth earth.</summary>
    LineOfSight,

    /// <summary>Beyond them, diffracted.</summary>
    Diffraction,

    /// <summary>Far beyond them, scattered in the troposphere.</summary>
    Troposcatter,
}
