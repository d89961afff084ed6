namespace Geo.Engine.Radio.Networks;

/// <summary>A cell of the box around a site.</summary>
/// <param name="Row">Row in the box.</param>
/// <param name="Column">Column in the box.</param>
/// <param name="SquareMetres">Distance from its centre to the site, squared.</param>
internal readonly record struct FanCell(int Row, int Column, double SquareMetres);
