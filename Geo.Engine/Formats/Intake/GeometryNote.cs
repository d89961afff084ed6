namespace Geo.Engine.Formats.Intake;

/// <summary>One thing that was mended while a geometry was read.</summary>
internal readonly record struct GeometryNote(MendingKind Kind, string Reason);
