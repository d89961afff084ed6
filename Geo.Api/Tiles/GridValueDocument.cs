using System.Text.Json.Serialization;
using Geo.Api.Http;

namespace Geo.Api.Tiles;

/// <summary>The value of a grid at a position.</summary>
/// <param name="Value">Null outside the grid and where it has no data.</param>
/// <param name="Label">The legend's text for it.</param>
/// <param name="Row">Row of the cell; null outside the grid.</param>
internal sealed record GridValueDocument(
    string Id,
    double Lon,
    double Lat,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Value,
    string? Unit,
    string? Label,
    int? Row,
    int? Column,
    IReadOnlyList<Link> Links);
