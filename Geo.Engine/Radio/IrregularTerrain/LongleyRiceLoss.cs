namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>A loss by the Longley-Rice model.</summary>
/// <param name="LossDb">Basic transmission loss not exceeded for the shares asked, dB.</param>
/// <param name="FreeSpaceDb">Loss in free space, dB.</param>
/// <param name="ReferenceDb">A_ref: median attenuation beyond free space, dB, not below 0.</param>
/// <param name="Region">The branch that gave it.</param>
/// <param name="HasLineOfSight">True where bare ground leaves the straight ray free; of an area never known, and false.</param>
/// <param name="Broken">Limits of the model that the path breaks.</param>
public readonly record struct LongleyRiceLoss(
    double LossDb, double FreeSpaceDb, double ReferenceDb, PropagationRegion Region, bool HasLineOfSight, ModelLimits Broken);
