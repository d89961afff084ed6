namespace Geo.Engine.Features;

/// <summary>How far a layer can be trusted, from best to worst; a result carries the worst of its inputs.</summary>
public enum LayerStatus
{
    /// <summary>Official or measured.</summary>
    Surveyed = 0,

    /// <summary>Surveyed, then simplified.</summary>
    Generalised = 1,

    /// <summary>Drawn by hand after maps; shows what lies near what.</summary>
    Schematic = 2,

    /// <summary>Computed from other layers.</summary>
    Modelled = 3,

    /// <summary>Invented, so that the system can be tried.</summary>
    Synthetic = 4,
}
