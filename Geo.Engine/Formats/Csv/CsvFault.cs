namespace Geo.Engine.Formats.Csv;

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">Header of the column; null when it is the whole row.</param>
/// <param name="Message">What was received and what is allowed.</param>
internal sealed record CsvFault(string? Column, string Message);
