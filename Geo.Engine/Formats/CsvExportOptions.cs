namespace Geo.Engine.Formats;

/// <summary>How a CSV file is written.</summary>
/// <param name="ByteOrderMark">Begin with the UTF-8 mark, by which Excel knows the encoding.</param>
/// <param name="Separator">One of <c>,</c> <c>;</c> and tab.</param>
public sealed record CsvExportOptions(bool ByteOrderMark = true, char Separator = ',');
