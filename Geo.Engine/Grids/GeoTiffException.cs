namespace Geo.Engine.Grids;

/// <summary>A file that is not a GeoTIFF this engine can use; the message names what is wrong, what was found and what is allowed.</summary>
public sealed class GeoTiffException : IOException
{
    /// <summary>An exception without a message.</summary>
    public GeoTiffException()
    {
    }

    /// <summary>An exception that says what is wrong.</summary>
    public GeoTiffException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that says what is wrong, and keeps the cause.</summary>
    public GeoTiffException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
