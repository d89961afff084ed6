namespace Geo.Engine.Grids.Surfaces;

/// <summary>What is asked of kriging.</summary>
public enum KrigingOutput
{
    /// <summary>The value.</summary>
    Value,

    /// <summary>Its standard error, in the unit of the values.</summary>
    StandardError,
}
