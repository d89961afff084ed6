namespace Geo.Engine.Formats;

/// <summary>How bytes of a Shapefile or a CSV file are letters.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>TCVN 5712:1993 VN3, the "ABC" fonts of the north.</summary>
    Tcvn3,

    /// <summary>VNI for Windows, the fonts of the south.</summary>
    Vni,

    /// <summary>Windows-1258, Vietnamese.</summary>
    Windows1258,

    /// <summary>Windows-1252, western European.</summary>
    Windows1252,
}
