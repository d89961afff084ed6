namespace Geo.Engine.Radio.Entry;

/// <summary>How outer walls are built, as TR 38.901 tells them apart.</summary>
public enum WallKind
{
    /// <summary>Plain glass over 30 percent of the wall, concrete over the rest.</summary>
    LowLoss,

    /// <summary>Metallised (infrared-reflecting) glass over 70 percent of the wall, concrete over the rest.</summary>
    HighLoss,
}
