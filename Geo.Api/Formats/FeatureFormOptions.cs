namespace Geo.Api.Formats;

/// <summary>What can be chosen about the forms of features.</summary>
/// <param name="Time">Clock for dates of change in files.</param>
/// <param name="ByteOrderMark">Whether CSV begins with the mark by which Excel knows UTF-8.</param>
/// <param name="HasIndex">Whether a file may put features in another order for the sake of an index.</param>
internal sealed record FeatureFormOptions(TimeProvider Time, bool ByteOrderMark = false, bool HasIndex = false);
