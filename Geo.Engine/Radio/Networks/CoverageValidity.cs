namespace Geo.Engine.Radio.Networks;

/// <summary>How far the number of a cell can be trusted.</summary>
[Flags]
public enum CoverageValidity : byte
{
    /// <summary>Within the ranges of ITU-R P.1812, all ground on the way known.</summary>
    Sound = 0,

    /// <summary>Nearer than 250 m, where P.1812 is silent: 3GPP's rural macro, with line of sight as the profile has it.</summary>
    RuralMacroNear = 1,

    /// <summary>A site in reach was left out because ground on the way to it is unknown: there may be more signal.</summary>
    SiteLeftOut = 2,

    /// <summary>No site was computed here: the ground of the cell is unknown or no site is in reach.</summary>
    NotComputed = 4,
}
