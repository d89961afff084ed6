namespace Geo.Engine.Radio.Clutter;

/// <summary>What surrounds a terminal, as ITU-R P.2108 tells it apart.</summary>
public enum ClutterKind
{
    /// <summary>Water or sea; clutter of 10 m.</summary>
    Water = 1,

    /// <summary>Open or rural; 10 m.</summary>
    Open = 2,

    /// <summary>Suburban; 10 m.</summary>
    Suburban = 3,

    /// <summary>Urban; 15 m.</summary>
    Urban = 4,

    /// <summary>Trees or forest; 15 m.</summary>
    Trees = 5,

    /// <summary>Dense urban; 20 m.</summary>
    DenseUrban = 6,
}
