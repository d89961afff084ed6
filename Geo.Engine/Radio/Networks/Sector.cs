using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Engine.Radio.Networks;

/// <summary>One antenna of a site on one carrier: what a phone can choose as its server.</summary>
/// <param name="Id">Names it in messages.</param>
/// <param name="Carrier">The carrier; sectors of one carrier disturb each other.</param>
/// <param name="EirpDbm">EIRP per resource element where the antenna's gain is greatest, dBm.</param>
/// <param name="Antenna">Its antenna as it hangs.</param>
/// <param name="Load">Share of resources in use, 0 to 1: how much it disturbs others. Default 0.5.</param>
public sealed record Sector(string Id, Carrier Carrier, double EirpDbm, MountedAntenna Antenna, double Load = 0.5);
