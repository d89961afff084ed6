using System.Buffers.Binary;

namespace Geo.Engine.Features;

/// <summary>
/// Looks through well-known binary (OGC 06-103r4 section 8, ISO and extended forms) before NetTopologySuite sees it, without
/// building anything: NetTopologySuite 2.6 kills the process on deeply nested collections and trusts counts that bytes do not back.
/// </summary>
public static class WkbScan
{
    /// <summary>Most collections that may lie in one another.</summary>
    public const int DeepestNesting = 32;

    /// <summary>
    /// What is wrong with the bytes, as the end of a sentence, or null when they hold exactly one sound geometry: known types, counts
    /// that the length backs, nesting of at most <see cref="DeepestNesting"/>, finite x, y and z. A point of NaN is an empty point.
    /// </summary>
    public static string? FindFault(ReadOnlySpan<byte> wkb) => throw new NotSupportedException(wkb.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
