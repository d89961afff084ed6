using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.Intake;

/// <summary>What a first look through a file has shown.</summary>
/// <param name="Columns">The file's columns in order, with the names the file gives them.</param>
/// <param name="Kinds">Every kind of geometry that occurs.</param>
/// <param name="System">The system of the coordinates.</param>
internal sealed record FileSurvey(IReadOnlyList<PropertyDefinition> Columns, IReadOnlySet<GeometryKind> Kinds, CoordinateSystem System);
