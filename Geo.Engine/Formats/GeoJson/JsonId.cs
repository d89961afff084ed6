using System.Globalization;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>The identifier of a GeoJSON feature: a whole number, a text, or none.</summary>
internal readonly record struct JsonId(long? Number, string? Text)
{
    /// <summary>Whether there is one.</summary>
    public bool IsGiven => Number is not null || Text is not null;

    /// <inheritdoc/>
    public override string ToString() => Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
