namespace Geo.Engine.Radio;

/// <summary>The limits of the rural macro model that a link breaks: beyond them it gives numbers all the same, but they mean nothing.</summary>
[Flags]
public enum RuralMacroLimits
{
    /// <summary>None: the model holds.</summary>
    None = 0,

    /// <summary>Nearer than 10 m, or the distance is NaN.</summary>
    TooNear = 1,

    /// <summary>Farther than 5 km, where a path without line of sight is no longer modelled.</summary>
    TooFarWithoutLineOfSight = 2,

    /// <summary>Farther than 10 km, where no path is modelled.</summary>
    TooFarWithLineOfSight = 4,

    /// <summary>Frequency outside 0.5 to 7 GHz.</summary>
    Frequency = 8,

    /// <summary>Base station outside 10 to 150 m.</summary>
    BaseHeight = 16,

    /// <summary>Receiver outside 1 to 10 m.</summary>
    ReceiverHeight = 32,

    /// <summary>Buildings outside 5 to 50 m.</summary>
    BuildingHeight = 64,

    /// <summary>Streets outside 5 to 50 m.</summary>
    StreetWidth = 128,
}
