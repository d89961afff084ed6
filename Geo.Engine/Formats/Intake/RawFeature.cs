using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Intake;

/// <summary>A feature as a file has it, before it is judged.</summary>
/// <param name="Number">1 for the first of the file.</param>
/// <param name="Position">Byte offset or line, as the format counts.</param>
/// <param name="Id">The identifier to keep; null = numbered by <paramref name="Number"/>.</param>
/// <param name="Geometry">In the file's system, x east, two ordinates, possibly invalid; null when there is none.</param>
/// <param name="Values">In the order of the survey's columns.</param>
/// <param name="Notes">What the reader had to do to make a geometry at all.</param>
internal readonly record struct RawFeature(
    long Number, long Position, long? Id, Geometry? Geometry, object?[] Values, IReadOnlyList<GeometryNote> Notes);
