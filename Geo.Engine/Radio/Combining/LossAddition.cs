namespace Geo.Engine.Radio.Combining;

/// <summary>What can be added to the loss between two antennas.</summary>
public enum LossAddition
{
    /// <summary>Heights of trees and houses in the profile (<see cref="Paths.PathProfile.ClutterMetres"/>).</summary>
    ClutterHeights,

    /// <summary>ITU-R P.2108, 3.1: a terminal below the clutter around it (<see cref="Clutter.TerminalClutter"/>).</summary>
    TerminalClutter,

    /// <summary>ITU-R P.2108, 3.2: a terminal somewhere in a town (<see cref="Clutter.TownClutter"/>).</summary>
    TownClutter,

    /// <summary>ITU-R P.1812: differences between places of a cell (<see cref="Propagation.LocationVariability"/>).</summary>
    LocationVariability,

    /// <summary>TR 38.901: the wall of a building and the way indoors (<see cref="Entry.WallEntry"/>).</summary>
    WallEntry,

    /// <summary>ITU-R P.2109: entry into a building (<see cref="Entry.BuildingEntry"/>).</summary>
    BuildingEntry,

    /// <summary>TR 38.901: entry into a car (<see cref="Entry.CarEntry"/>).</summary>
    CarEntry,
}
