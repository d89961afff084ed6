namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Ground of which no profile is known.</summary>
/// <param name="RoughnessMetres">Delta h: interdecile range of heights, not below 0: 0 water, 30 plains, 90 hills, 200 mountains.</param>
/// <param name="TransmitterSiting">How the place of the transmitter was chosen.</param>
/// <param name="ReceiverSiting">How the place of the receiver was chosen.</param>
public sealed record TerrainArea(double RoughnessMetres, SitingCare TransmitterSiting = SitingCare.Random, SitingCare ReceiverSiting = SitingCare.Random);
