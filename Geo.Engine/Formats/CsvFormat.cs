using Geo.Engine.Features;
using Geo.Engine.Formats.Export;

namespace Geo.Engine.Formats;

/// <summary>
/// CSV by RFC 4180 in UTF-8: <c>id</c>, the columns, then the position of points (<c>lon</c> and <c>lat</c>, or <c>easting</c> and <c>northing</c>) or
/// <c>wkt</c> of anything else, longitude or easting first. A text that a spreadsheet would run as a formula gets an apostrophe in front. An empty point
/// has no position; the heights of points are left out.
/// </summary>
/// <param name="options">How it is written.</param>
public sealed class CsvFormat(CsvExportOptions options) : FeatureFormat("csv", "text/csv", ".csv")
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The separator is none of those allowed.</exception>
    public override Task WriteAsync(LayerContent content, Stream target, CancellationToken cancellation) => CsvExport.WriteAsync(content, target, options, cancellation);
}
