namespace Geo.Api.Cli;

/// <summary>Whose files <c>scenario import</c> reads; the names are the words of its option.</summary>
internal enum StudyFormat
{
    /// <summary>Remap files and tables of ArcGIS.</summary>
    ArcGisRemap,

    /// <summary>Comparisons and command lines of GRASS's r.mcda tools.</summary>
    RMcda,

    /// <summary>Input files of Marxan.</summary>
    Marxan,
}
