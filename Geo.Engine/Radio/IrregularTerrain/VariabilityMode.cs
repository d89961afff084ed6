namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>What the three shares of the model mean to the user; the numbers are those of the model.</summary>
/// <remarks>Source: NTIA Report 82-100, 2.3.</remarks>
public enum VariabilityMode
{
    /// <summary>One message once: time and place vary as the situation does.</summary>
    SingleMessage = 0,

    /// <summary>A fixed link: time by its share, places with situations.</summary>
    Individual = 1,

    /// <summary>A moving receiver: places with the time.</summary>
    Mobile = 2,

    /// <summary>Broadcast: time, places and situations by their own shares.</summary>
    Broadcast = 3,
}
