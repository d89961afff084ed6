namespace Geo.Engine.Formats.Studies;

/// <summary>A conservation feature of Marxan.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name; the number in text where the file gives none.</param>
public sealed record MarxanFeature(long Id, string Name);
