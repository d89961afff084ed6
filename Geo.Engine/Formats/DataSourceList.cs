namespace Geo.Engine.Formats;

/// <summary>A list of sources, read.</summary>
/// <param name="Sources">The sources in the order of the file; empty when there are problems.</param>
/// <param name="Problems">What is wrong with the file, with line and path; empty when all is well.</param>
public sealed record DataSourceList(IReadOnlyList<DataSource> Sources, IReadOnlyList<ImportProblem> Problems);
